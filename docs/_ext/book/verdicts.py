"""The directive `{verdicts}`: a table of claims, and under which start methods, on which Pythons, each one holds.

Each line names a script, and says which claim it tests and where the right way is told:

    :::{verdicts}
    `chapter/script.py` | the claim, with `inline` markup | {ref}`label`
    :::

The script ends by printing `holds: True` or `holds: False`, and its page shows it by `{example}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from runs.errors import ExampleError
from runs.header import START_METHODS
from runs.python import version_of

from .callouts import is_example
from .noted import anchor_of, noted_example, noted_runs
from .outputs import minor
from .tables import entry, table
from .words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from runs.known import Known
    from runs.run import Run

logger = logging.getLogger(__name__)

LINE = re.compile(r"`(?P<script>[^`|]+)` \| (?P<claim>.+) \| (?P<right_way>.+)")
VERDICTS = {"holds: True": True, "holds: False": False}
WIDTHS = (36, 12, 12, 12, 28)  # of the columns, in percent


class Claim(NamedTuple):
    """One line of the directive, and its 1-based number in the page."""

    script: str
    claim: str
    right_way: str
    line: int


class VerdictError(Exception):
    """A line from which no row of the table can be made."""


def read_claim(text: str, line: int) -> Claim:
    """Raises VerdictError if the line has not three parts."""
    match = LINE.fullmatch(text.strip())
    if match is None:
        raise VerdictError(f"cannot read '{text}'; write: `chapter/script.py` | the claim | {{ref}}`label`")
    return Claim(**match.groupdict(), line=line)


def verdicts_of(known: Known) -> dict[str, dict[str, bool]]:
    """Whether the claim held, by start method and by version of Python. Raises VerdictError if a run does not say."""
    if not known.runs:
        raise VerdictError(f"{known.example.name} has run on no Python, so there is no verdict")
    if missing := [method for method in START_METHODS if method not in known.example.header.start_methods]:
        raise VerdictError(f"{known.example.name} does not run under {', '.join(missing)}: a verdict is for all")
    return {
        method: {version: verdict_of(known, run) for version, run in known.under(method).items()}
        for method in START_METHODS
    }


def verdict_of(known: Known, run: Run) -> bool:
    """What the last line says that a run has printed."""
    last = run.stdout.splitlines()[-1:]
    if not last or last[0] not in VERDICTS:
        where = f"under {run.start_method} on Python {run.python}"
        text = f"{where}: {known.example.name} must end by printing 'holds: True' or 'holds: False', not {last}"
        raise VerdictError(text)
    return VERDICTS[last[0]]


def changes(verdicts: Mapping[str, bool]) -> Iterator[tuple[str, bool]]:
    """The first version with its verdict, and each one from which on the verdict is the other."""
    last = None
    for version, holds in verdicts.items():
        if holds is not last:
            yield version, holds
        last = holds


class VerdictsDirective(SphinxDirective):
    """A line of the content becomes a row; one that cannot is a warning now and at every build until it is mended."""

    has_content = True

    def run(self) -> list[Node]:
        rows: list[nodes.row] = []
        versions: set[str] = set()
        for number, text in enumerate(self.content, self.lineno + self.content_offset + 1):
            if text.strip():
                try:
                    claim = read_claim(text, number)
                    known = noted_runs(self.env, *noted_example(self.env, claim.script))
                    rows.append(self.row(claim, verdicts_of(known)))
                    versions.update(known.runs)
                except ExampleError as error:
                    self.report(str(error.problem), number)
                except VerdictError as error:
                    self.report(str(error), number)
        if not rows:
            self.report("no line of {verdicts} makes a row", self.lineno)
            return []
        words = WORDS[self.config.book_edition]
        pythons = ", ".join(minor(version) for version in sorted(versions, key=version_of))
        return [table_of(words, rows), nodes.paragraph(text=words["run_on"].format(pythons), classes=["run-on"])]

    def report(self, text: str, line: int) -> None:
        logger.warning("%s", text, location=(self.env.docname, line), type="example")
        self.env.note_reread()

    def row(self, claim: Claim, verdicts: Mapping[str, Mapping[str, bool]]) -> nodes.row:
        """The claim, its verdicts, and the right way; a verdict that all start methods share is said once."""
        words = WORDS[self.config.book_edition]
        text = [*self.inline(claim.claim, claim.line), nodes.Text(" "), link_to_script(words, claim)]
        first, *others = verdicts.values()
        is_same = all(other == first for other in others)
        cells = [entry(*verdict_nodes(words, of)) for of in ([first] if is_same else verdicts.values())]
        if is_same:
            cells[0]["morecols"] = len(others)
        return nodes.row("", entry(*text), *cells, entry(*self.inline(claim.right_way, claim.line)))

    def inline(self, text: str, line: int) -> list[Node]:
        found, messages = self.parse_inline(text, lineno=line - 1)  # MyST counts from the line above
        return [*found, *messages]


def link_to_script(words: Words, claim: Claim) -> nodes.reference:
    """Leads from a claim to its script, which the same page has to show."""
    return nodes.reference(
        "", words["script"], refid=anchor_of(claim.script), script=claim.script, classes=["to-script"]
    )


def verdict_nodes(words: Words, verdicts: Mapping[str, bool]) -> Iterator[Node]:
    """`holds`, or `holds; since 3.14: does not hold`."""
    for number, (version, holds) in enumerate(changes(verdicts)):
        if number > 0:
            yield nodes.Text(words["since"].format(minor(version)))
        text = f"✓ {words['holds']}" if holds else f"✗ {words['does_not_hold']}"
        yield nodes.inline("", text, classes=["holds" if holds else "does-not-hold"])


def table_of(words: Words, rows: Sequence[nodes.row]) -> nodes.table:
    """Claim, verdict by start method, right way."""
    methods = (entry(nodes.literal(text=method)) for method in START_METHODS)
    head = nodes.row("", entry(nodes.Text(words["claim"])), *methods, entry(nodes.Text(words["right_way"])))
    return table(head, rows, WIDTHS, "verdicts")


class ScriptsAreShown(SphinxTransform):
    """A verdict whose script the page does not show is an error: a reader could not see what was tested."""

    default_priority = 700

    def apply(self, **kwargs: object) -> None:
        frames = filter(is_example, self.document.findall(nodes.container))
        shown = {anchor for frame in frames for anchor in frame["ids"]}
        for link in self.document.findall(nodes.reference):
            if "to-script" in link["classes"] and link["refid"] not in shown:
                text = "this page does not show the script of a verdict: add {example} %s"
                logger.warning(text, link["script"], location=link, type="example")
                self.env.note_reread()


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("verdicts", VerdictsDirective)
    app.add_transform(ScriptsAreShown)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
