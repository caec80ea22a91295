"""The directive `{example}`: a script, and what it really printed."""

from __future__ import annotations

import io
import re
import tokenize
from os.path import relpath
from pathlib import Path, PurePosixPath
from platform import python_version
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from runs.check import problems, runs_here
from runs.errors import ExampleError, Problem
from runs.store import Store, traced_job

from .noted import anchor_of, noted_example, noted_runs
from .outputs import output_nodes
from .timeline import timeline_nodes
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata, OptionSpec

    from runs.contract import Contract
    from runs.example import Example
    from runs.known import Known

logger = logging.getLogger(__name__)

MARK = re.compile(r"# \((\d+)\)$")


class ExampleSource(nodes.literal_block):
    """The text of a script. `marks` holds the numbers of its `# (1)` marks."""


class ExampleDirective(SphinxDirective):
    """`{example} process/process_hello.py`, with `:output: none` and `:pyobject: name` for parts.

    `:timeline: open` unfolds the timeline, where time is what the page is about; `none` leaves it out.
    """

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = {
        "output": lambda argument: directives.choice(argument, ("none",)),
        "pyobject": directives.unchanged_required,
        "timeline": lambda argument: directives.choice(argument, ("folded", "none", "open")),
    }

    def run(self) -> list[Node]:
        try:
            example, contract = noted_example(self.env, self.arguments[0])
            source = self.part_of(example)
        except ExampleError as error:
            self.report([error.problem])
            return []
        frame = nodes.container(classes=["example"], ids=self.new_id(example), titles=example.titles)
        frame += [self.caption(example), source]
        if "output" not in self.options:
            try:
                frame += self.outputs(example, contract)
            except ExampleError as error:
                self.report([error.problem])
        return [frame]

    def report(self, found: Iterable[Problem]) -> None:
        """Each problem becomes a warning, now and at every later build until it is mended."""
        for problem in found:
            logger.warning("%s", problem, location=self.get_location(), type="example")
            self.env.note_reread()

    def new_id(self, example: Example) -> list[str]:
        """An anchor of the script's name, also for links from other pages; none where a page shows it a second time."""
        anchor = anchor_of(example.name)
        if anchor in self.state.document.ids:
            return []
        self.state.document.ids[anchor] = nodes.Element()
        self.env.domains.standard_domain.anonlabels[anchor] = (self.env.docname, anchor)
        return [anchor]

    def caption(self, example: Example) -> Node:
        """The script's path, and a link that downloads it."""
        text = WORDS[self.config.book_edition]["download"]
        target = relpath(example.file, self.env.doc2path(self.env.docname).parent)
        download = addnodes.download_reference("", text, reftarget=target, refdoc=self.env.docname, refexplicit=True)
        path = nodes.literal(text=example.name, classes=["example-path"])
        return nodes.paragraph("", "", path, nodes.Text(" "), download, classes=["example-caption"])

    def part_of(self, example: Example) -> Node:
        """The source, or the part of it that `:pyobject:` names. Raises ExampleError if it has no such part."""
        lines = example.source.rstrip("\n").splitlines()
        first, last = 1, len(lines)
        if name := self.options.get("pyobject"):
            tags = ModuleAnalyzer.for_string(example.source, example.name).find_tags()
            if name not in tags:
                raise ExampleError(example.file, 1, f"there is no function or class '{name}'")
            _, first, last = tags[name]
        text = "\n".join(lines[first - 1 : last])
        marks = list(marks_of(example, range(first, last + 1)))
        return ExampleSource(text, text, language="python", marks=marks, classes=["example-source"])

    def outputs(self, example: Example, contract: Contract) -> list[Node]:
        """What the recorded runs printed; where there is no record, the example is run now."""
        known = noted_runs(self.env, example, contract)
        self.report(problem for found in known.problems.values() for problem in found)
        if not known.runs:
            text = WORDS[self.config.book_edition]["new_python"]
            paragraph = nodes.paragraph(text=text.format(example.header.requires_python, python_version()))
            return [nodes.note("", paragraph)]
        return [*output_nodes(known, self.config.book_edition), *self.timeline(known)]

    def timeline(self, known: Known) -> list[Node]:
        """The processes of a traced run over time, unless there is but one, or the page wants none."""
        example = known.example
        wanted = self.options.get("timeline", "folded")
        if wanted == "none" or not runs_here(example, python_version()):
            return []
        store, job = Store(Path(self.config.book_records)), traced_job(example)
        run = store.recorded(job)
        self.env.note_dependency(store.path(job))
        if not any(known.problems.values()):  # else it has been told already
            self.report(problems(example, known.contract, run))
        name = f"timeline-{PurePosixPath(example.name).stem}"
        return timeline_nodes(run, self.config.book_edition, name, is_open=wanted == "open")


def marks_of(example: Example, shown: range) -> Iterator[int]:
    """The numbers of the `# (1)` marks on the lines `shown`. Raises ExampleError for one that is part of a string."""
    tokens = tokenize.generate_tokens(io.StringIO(example.source).readline)
    comments = {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}
    for number, line in enumerate(example.source.splitlines(), 1):
        if number in shown and (mark := MARK.search(line)):
            if not MARK.search(comments.get(number, "")):
                text = f"the mark '{mark[0]}' is part of a string and would be shown as text: mark a line of code"
                raise ExampleError(example.file, number, text)
            yield int(mark[1])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("example", ExampleDirective)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
