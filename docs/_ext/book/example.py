"""The directive `{example}`: a script, and what it really printed."""

from __future__ import annotations

import io
import re
import tokenize
from collections import Counter
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
from runs.contract import Contract, read_contract
from runs.errors import ExampleError, Problem
from runs.example import Example, read_example
from runs.store import Job, Store, jobs_of

from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata, OptionSpec

    from runs.run import Run

logger = logging.getLogger(__name__)

MARK = re.compile(r"# \((\d+)\)$")
SHOWN_OUTPUTS = 8  # rows in the table of a repeated example


class ExampleSource(nodes.literal_block):
    """The text of a script. `marks` holds the numbers of its `# (1)` marks."""


class ExampleDirective(SphinxDirective):
    """`{example} process/process_hello.py`, with `:output: none` and `:pyobject: name` for parts."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = {
        "output": lambda argument: directives.choice(argument, ("none",)),
        "pyobject": directives.unchanged_required,
    }

    def run(self) -> list[Node]:
        file = Path(self.config.book_examples, self.arguments[0])
        self.env.note_dependency(file)
        self.env.note_dependency(file.with_suffix(".out"))
        try:
            example = read_example(Path(self.config.book_examples), self.arguments[0])
            contract = read_contract(example.contract_file)
            source = self.part_of(example)
            for module in example.modules:
                self.env.note_dependency(module)
        except ExampleError as error:
            self.report([error.problem])
            return []
        frame = nodes.container(classes=["example"], ids=self.new_id(example))
        frame += [self.caption(example), source]
        if "output" not in self.options:
            frame += self.outputs(example, contract)
        return [frame]

    def report(self, found: Iterable[Problem]) -> None:
        """Each problem becomes a warning, now and at every later build until it is mended."""
        for problem in found:
            logger.warning("%s", problem, location=self.get_location(), type="example")
            self.env.note_reread()

    def new_id(self, example: Example) -> list[str]:
        """An anchor of the script's name, unless the page shows the script a second time."""
        anchor = nodes.make_id(f"example-{PurePosixPath(example.name).stem}")
        if anchor in self.state.document.ids:
            return []
        self.state.document.ids[anchor] = nodes.Element()
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
        words = WORDS[self.config.book_edition]
        if not runs_here(example, python_version()):
            text = words["new_python"].format(example.header.requires_python, python_version())
            return [nodes.note("", nodes.paragraph(text=text))]
        store = Store(Path(self.config.book_records))
        runs = [self.recorded(store, job) for job in jobs_of(example)]
        self.report(problem for run in runs for problem in problems(example, contract, run))
        shown = [run for run in runs if run.start_method == runs[0].start_method]
        return [*self.output_of(example, contract, shown[0]), *self.distribution(shown)]

    def recorded(self, store: Store, job: Job) -> Run:
        run = store.recorded(job)
        self.env.note_dependency(store.path(job))
        return run

    def output_of(self, example: Example, contract: Contract, run: Run) -> list[Node]:
        """A line that says how it was run, then what came on each stream."""
        words = WORDS[self.config.book_edition]
        code = words["exit_code"] if run.exit_code == 0 else words["fails"]
        facts = [
            f"Python {run.python}",
            run.start_method,
            words["seconds"].format(run.seconds),
            code.format(run.exit_code),
        ]
        if contract.order_varies(run.start_method):
            facts.append(words["order_varies"])
        failed = ["expected-failure"] if run.exit_code else []
        found: list[Node] = [nodes.paragraph("", " · ".join(facts), classes=["run-label", *failed])]
        if run.stdout:
            found.append(output_block(run.stdout, "stdout"))
        if run.stderr:
            found.append(nodes.paragraph("", words["stderr"], classes=["run-label", "stderr-label"]))
            found.append(output_block(run.stderr, "stderr"))
        return found

    def distribution(self, runs: Sequence[Run]) -> list[Node]:
        """For a repeated example: how often it printed what, the most frequent first."""
        if len(runs) < 2:
            return []
        words = WORDS[self.config.book_edition]
        counts = Counter(run.stdout for run in runs)
        rows = [(" ⏎ ".join(text.splitlines()), count) for text, count in counts.most_common(SHOWN_OUTPUTS)]
        text = words["repeated"].format(len(runs), len(counts))
        table = bar_table((words["output"], words["times"]), rows, total=len(runs))
        found: list[Node] = [nodes.paragraph("", text, classes=["run-label"]), table]
        if len(counts) > SHOWN_OUTPUTS:
            rest = words["other_outputs"].format(len(counts) - SHOWN_OUTPUTS)
            found.append(nodes.paragraph("", rest, classes=["run-label"]))
        return found


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


def output_block(text: str, stream: str) -> Node:
    """What was printed, as it was printed."""
    text = text.rstrip("\n")
    return nodes.literal_block(text, text, language="text", classes=["example-output", stream])


def bar_table(heads: tuple[str, str], rows: Sequence[tuple[str, int]], total: int) -> nodes.table:
    """A table of texts and how often each came, with a bar of characters that any builder can print."""

    def entry(*children: Node) -> nodes.entry:
        return nodes.entry("", nodes.paragraph("", "", *children))

    def row(*entries: Node) -> nodes.row:
        return nodes.row("", *entries)

    head = nodes.thead("", row(*(entry(nodes.Text(text)) for text in heads)))
    body = nodes.tbody()
    for text, count in rows:
        bar = "▇" * max(1, round(10 * count / total))
        body += row(entry(nodes.literal(text=text)), entry(nodes.Text(f"{bar} {count}")))
    columns = [nodes.colspec(colwidth=width) for width in (70, 30)]
    return nodes.table("", nodes.tgroup("", *columns, head, body, cols=2), classes=["distribution"])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("example", ExampleDirective)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
