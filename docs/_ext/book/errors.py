"""The directive `{error}`: an error text as the recorded runs of an example printed it, for the index of errors.

    ### `TypeError: cannot pickle 'TextIOWrapper' instances`

    ```{error} start-methods/migrate_open_file.py
    TypeError: cannot pickle ...TextIOWrapper...
    ```

The content is what the page claims, as in a contract: `...` stands for any text, a line of `...` alone for any lines.
Several texts stand apart by an empty line. The first line of each may begin in the middle of a printed one, after a
space: a script that catches an error prints something before it. What is shown is what the runs printed, each text
with the Pythons and the start methods that print it.

`:python: ">=3.14"` says on which Pythons the text is printed, if not on all. A build that has run none of them shows
what the page claims, and says so.

A heading that is code is the beginning of a text as the newest Python prints it, and is held against the texts below.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from docutils import nodes
from packaging.specifiers import SpecifierSet
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from runs.compare import mask
from runs.contract import ELLIPSIS, STREAMS, line_matches, pattern_of
from runs.errors import ExampleError
from runs.header import START_METHODS
from runs.python import MINORS, version_of

from .noted import anchor_of, noted_example, noted_runs
from .outputs import minor
from .words import WORDS, and_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata, OptionSpec

    from runs.known import Known

logger = logging.getLogger(__name__)

# What is another one at each run: by what a manager knows an object, and what shared memory and locks are named.
IDENTITY = re.compile(r"\b[0-9a-f]{10,}\b|(?<=/psm_)\w+|(?<=/mp-)\w+")


class ErrorText(NamedTuple):
    """One text, and under which start methods which versions print it, oldest first."""

    text: str
    versions: dict[str, tuple[str, ...]]


def claims_of(content: Iterable[str]) -> list[list[str]]:
    """The claims that empty lines keep apart, each by its lines without indentation."""
    lines = [line.strip() for line in content]
    return [list(group) for is_claim, group in groupby(lines, key=bool) if is_claim]


def found_in(claim: Sequence[str], output: str) -> Iterator[str]:
    """Every text in `output` that is as the lines of `claim`, without indentation."""
    printed = [line.strip() for line in output.splitlines()]
    for number, line in enumerate(printed):
        if first := pattern_in_line(claim[0]).fullmatch(line):
            after = lines_after(claim[1:], printed[number + 1 :])
            if after is not None:
                yield "\n".join([first[1], *after])


@cache
def pattern_in_line(want: str) -> re.Pattern[str]:
    """What fits a line that ends as `want` says; its group is that end."""
    return re.compile(rf"(?:.*?\s)?({pattern_of(want).pattern})")


def lines_after(claim: Sequence[str], printed: Sequence[str]) -> list[str] | None:
    """The lines that `printed` begins with, if they are as `claim` says; those that a line of `...` leaves open stay
    open."""
    if not claim:
        return []
    want, *rest = claim
    if want == ELLIPSIS:
        tails = (lines_after(rest, printed[start:]) for start in range(len(printed) + 1))
        tail = next((tail for tail in tails if tail is not None), None)
        return None if tail is None else [ELLIPSIS, *tail]
    if not printed or not line_matches(want, printed[0]):
        return None
    tail = lines_after(rest, printed[1:])
    return None if tail is None else [printed[0], *tail]


def texts_of(known: Known, claim: Sequence[str]) -> list[ErrorText]:
    """What the runs printed that is as claimed; texts that differ in numbers and addresses only count as one."""
    texts: dict[str, str] = {}
    methods: dict[str, dict[str, set[str]]] = {}
    for version, runs in known.runs.items():
        for run in runs:
            for text in (text for stream in STREAMS for text in found_in(claim, run.printed(stream))):
                key = mask(IDENTITY.sub("#", text))
                texts.setdefault(key, text)
                methods.setdefault(key, {}).setdefault(version, set()).add(run.start_method)
    return [ErrorText(texts[key], {version: in_order(of) for version, of in methods[key].items()}) for key in texts]


def in_order(methods: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(methods, key=START_METHODS.index))


def where(text: ErrorText, known: Sequence[str], edition: str) -> str:
    """`Python 3.11 to 3.13, under fork; Python 3.14, 3.15`; `known` are all versions of which there are runs."""
    words = WORDS[edition]
    parts = []
    for methods, group in groupby(text.versions, key=lambda version: text.versions[version]):
        part = f"Python {spans(list(group), known, edition)}"
        if len(methods) < len(START_METHODS):
            part += words["under"].format(and_of(methods, edition))
        parts.append(part)
    return words["and_on"].join(parts)


def spans(versions: Sequence[str], known: Sequence[str], edition: str) -> str:
    """`3.11 to 3.13, 3.15`: three or more that follow one another in `known` are told by the first and the last."""
    found = []
    places = [known.index(version) for version in versions]
    for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        names = [minor(known[place]) for _, place in group]
        found += [WORDS[edition]["from_to"].format(names[0], names[-1])] if len(names) > 2 else names
    return ", ".join(found)


class ErrorDirective(SphinxDirective):
    """The texts that fit the claim. A claim that none fits is a warning, now and at every build until it is mended."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[OptionSpec] = {"python": SpecifierSet}

    def run(self) -> list[Node]:
        name = self.arguments[0]
        claims = claims_of(list(self.content))
        if not claims:
            self.report(f"say which error of {name} is meant: {{error}} has its text as content")
        try:
            known = noted_runs(self.env, *noted_example(self.env, name))
        except ExampleError as error:
            self.report(str(error.problem))
            return []
        pythons = self.options.get("python", SpecifierSet())
        if not any(pythons.contains(version_of(version), prereleases=True) for version in known.runs):
            return [self.claimed(claims, str(pythons), name)]
        texts = []
        for claim in claims:
            found = texts_of(known, claim)
            texts += found
            if not found:
                self.report(f"no recorded run of {name} has printed this error: {' ⏎ '.join(claim)}")
        return [self.frame(texts, list(known.runs), name)] if texts else []

    def claimed(self, claims: Iterable[Sequence[str]], pythons: str, name: str) -> Node:
        """What the page says, where nothing has run that could tell."""
        blocks = [text_block("\n".join(claim), is_told=False) for claim in claims]
        words = WORDS[self.config.book_edition]["not_run"]
        return nodes.container("", *blocks, self.label(words.format(pythons), name), classes=["error-texts"])

    def report(self, problem: str) -> None:
        logger.warning("%s", problem, location=self.get_location(), type="example")
        self.env.note_reread()

    def frame(self, texts: Sequence[ErrorText], known: Sequence[str], name: str) -> Node:
        """The texts; what is printed by the same Pythons under the same start methods is told once, below them."""
        frame = nodes.container(classes=["error-texts"])
        for place, group in groupby(texts, key=lambda text: where(text, known, self.config.book_edition)):
            for each in group:
                frame += text_block(
                    each.text, is_told=any(version_of(version).minor == MINORS[-1] for version in known)
                )
            frame += self.label(place, name)
        return frame

    def label(self, text: str, name: str) -> Node:
        """Where the text was printed, and a link to the script on the page that shows it."""
        script = nodes.inline("", WORDS[self.config.book_edition]["script"])
        link = addnodes.pending_xref(
            "", script, refdomain="std", reftype="ref", reftarget=anchor_of(name), refexplicit=True
        )
        link["refdoc"] = self.env.docname
        self.set_source_info(link)
        return nodes.paragraph("", "", nodes.Text(f"{text} · "), link, classes=["run-label"])


def text_block(text: str, *, is_told: bool) -> nodes.literal_block:
    """A text; `is_told` says whether there are runs of the newest Python, against which a heading can be held."""
    return nodes.literal_block(text, text, language="text", classes=["error-text"], is_told=is_told)


class HeadingsFit(SphinxTransform):
    """A heading that is nothing but code must be the beginning of an error text below it, on the newest Python."""

    default_priority = 700

    def apply(self, **kwargs: object) -> None:
        for section in self.document.findall(nodes.section):
            texts = [
                text for text in filter(is_told, section.findall(nodes.literal_block)) if section_of(text) is section
            ]
            title = section.next_node(nodes.title)
            if not texts or title is None or [type(child) for child in title] != [nodes.literal]:
                continue
            if not any(begins(text.astext(), title.astext()) for text in texts):
                said = "no error text below this heading begins as it does: %s"
                logger.warning(said, title.astext(), location=section, type="example")
                self.env.note_reread()


def is_told(node: nodes.literal_block) -> bool:
    return bool(node.get("is_told"))


def section_of(node: Node) -> nodes.Element | None:
    """The section in which a node stands."""
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        parent = parent.parent
    return parent


def begins(text: str, heading: str) -> bool:
    """Whether a text, which may have several lines, begins as a heading says, in which `...` stands for any text."""
    return line_matches(f"{heading}{ELLIPSIS}", " ".join(text.split()))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("error", ErrorDirective, override=True)  # docutils has a box of this name
    app.add_transform(HeadingsFit)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
