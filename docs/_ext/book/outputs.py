"""What the recorded runs of an example printed: by start method, by Python, and how it varies."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_design.shared import create_component

from runs.compare import errors_by_version, is_same_by_contract, lines_not_in, varying
from runs.contract import STREAMS

from .tables import entry, table, text_row
from .words import WORDS, and_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from runs.compare import Span
    from runs.contract import Stream
    from runs.known import Known
    from runs.run import Run

SHOWN_OUTPUTS = 8  # rows in the table of a repeated example


class ExampleOutput(nodes.literal_block):
    """What was printed. `varying` holds the spans that differ from run to run, `differing` the indices of the lines
    that another start method does not print."""


def output_nodes(known: Known, edition: str) -> list[Node]:
    """Everything below the source of an example: what was printed, and on which Pythons the contract was kept."""
    methods = list(dict.fromkeys(run.start_method for run in known.shown))
    if all(is_same(known, methods[0], method) for method in methods[1:]):
        same = [WORDS[edition]["same_under"].format(and_of(methods[1:], edition))] if methods[1:] else []
        found: list[Node] = method_nodes(known, methods[0], edition, same)
    else:  # one for each, also for two that are the same: what a reader has chosen is then everywhere
        found = [tabs_of({method: method_nodes(known, method, edition) for method in methods})]
    return [*found, *text_nodes(known, methods[0], edition), verdict_node(known, edition)]


def is_same(known: Known, method: str, other: str) -> bool:
    """Whether the newest Python does the same under both start methods, as far as the contract says."""
    newest = known.shown[0].python
    return is_same_by_contract(known.contract, known.under(method)[newest], known.under(other)[newest])


def tabs_of(parts: Mapping[str, Sequence[Node]]) -> nodes.container:
    """A tab for each start method, one choice for the whole book; builders without tabs put them one below another."""
    tabs = create_component("tab-set", classes=["sd-tab-set", "start-methods"])
    for method, children in parts.items():
        label = nodes.rubric(method, "", nodes.Text(method), classes=["sd-tab-label"])
        label["sync_group"], label["sync_id"] = "start-method", method
        content = create_component("tab-content", classes=["sd-tab-content"], children=children)
        item = create_component("tab-item", classes=["sd-tab-item"], selected=False, children=[label, content])
        tabs += item
    return tabs


def method_nodes(known: Known, method: str, edition: str, more_facts: Sequence[str] = ()) -> list[Node]:
    """A line that says how it was run, what came on each stream, and for a repeated example how often what."""
    words = WORDS[edition]
    runs = [run for run in known.shown if run.start_method == method]
    first = known.shown[0]
    run = runs[0]
    any_order = known.contract.order_varies(method)
    facts = [*facts_of(run, edition), *([words["order_varies"]] if any_order else []), *more_facts]
    found: list[Node] = []
    for stream in STREAMS:
        if text := run.printed(stream):
            differing = lines_not_in(text, first.printed(stream), any_order=any_order)
            if differing and words["differs"].format(first.start_method) not in facts:
                facts.append(words["differs"].format(first.start_method))
            if stream == "stderr":
                found.append(nodes.paragraph("", words["stderr"], classes=["run-label", "stderr-label"]))
            found.append(output_block(known, run, stream, differing))
    failed = ["expected-failure"] if run.exit_code else []
    label = nodes.paragraph("", " · ".join(facts), classes=["run-label", *failed])
    return [label, *found, *distribution(runs, edition)]


def facts_of(run: Run, edition: str) -> list[str]:
    """Which Python, which start method, how long, how it ended."""
    words = WORDS[edition]
    code = words["exit_code"] if run.exit_code == 0 else words["fails"]
    return [
        f"Python {run.python}",
        run.start_method,
        words["seconds"].format(run.seconds),
        code.format(run.exit_code),
    ]


def output_block(known: Known, run: Run, stream: Stream, differing: Iterable[int]) -> ExampleOutput:
    """One stream of a run. What differs in any recorded run with the same promise is said to vary."""
    text = run.printed(stream).rstrip("\n")
    blocks = known.contract.part(stream, run.start_method)
    others = [
        other.printed(stream)
        for runs in known.runs.values()
        for other in runs
        if known.contract.part(stream, other.start_method) == blocks
    ]
    block = ExampleOutput(text, text, language="text", classes=["example-output", stream])
    block["varying"] = varying(blocks, text, others)
    block["differing"] = sorted(differing)
    return block


def text_nodes(known: Known, method: str, edition: str) -> list[Node]:
    """Error texts that are worded otherwise by other versions, each with its versions."""
    words = WORDS[edition]
    runs = known.under(method)
    found: list[Node] = []
    for stream in STREAMS:
        outputs = {version: run.printed(stream) for version, run in runs.items()}
        for text, versions in errors_by_version(known.contract.part(stream, method), outputs):
            paragraph = nodes.paragraph("", f"Python {shortened(versions)}: ", classes=["run-label", "text-by-version"])
            paragraph += nodes.literal(text=text)
            found.append(paragraph)
    if found:
        found.insert(0, nodes.paragraph("", words["texts"], classes=["run-label"]))
    return found


def verdict_node(known: Known, edition: str) -> Node:
    """On which Pythons the contract was kept, and on which it was not."""
    words = WORDS[edition]
    paragraph = nodes.paragraph("", words["kept_on"], classes=["run-label", "pythons"])
    for version, broken in known.problems.items():
        text = f"{minor(version)} {'✗' if broken else '✓'}"
        paragraph += nodes.Text(" ")
        paragraph += nodes.inline("", text, classes=["broken" if broken else "kept"])
    return paragraph


def shortened(versions: Sequence[str]) -> str:
    """`3.11, 3.12` for 3.11.7 and 3.12.1."""
    return ", ".join(minor(version) for version in versions)


def minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def distribution(runs: Sequence[Run], edition: str) -> list[Node]:
    """For a repeated example: how often it printed what, the most frequent first."""
    if len(runs) < 2:
        return []
    words = WORDS[edition]
    counts = Counter(run.stdout for run in runs)
    rows = [(" ⏎ ".join(text.splitlines()), count) for text, count in counts.most_common(SHOWN_OUTPUTS)]
    text = words["repeated"].format(len(runs), len(counts))
    results = {tuple(sorted(output.splitlines())) for output in counts}
    if len(results) < len(counts):
        text += words["only_order"] if len(results) == 1 else words["results"].format(len(results))
    bars = bar_table((words["output"], words["times"]), rows, total=len(runs))
    found: list[Node] = [nodes.paragraph("", text, classes=["run-label"]), bars]
    if len(counts) > SHOWN_OUTPUTS:
        rest = words["other_outputs"].format(len(counts) - SHOWN_OUTPUTS)
        found.append(nodes.paragraph("", rest, classes=["run-label"]))
    return found


def bar_table(heads: tuple[str, str], rows: Sequence[tuple[str, int]], total: int) -> nodes.table:
    """A table of texts and how often each came, with a bar of characters that any builder can print."""
    bars = [f"{'▇' * max(1, round(10 * count / total))} {count}" for _, count in rows]
    body = [
        nodes.row("", entry(nodes.literal(text=text)), entry(nodes.Text(bar)))
        for (text, _), bar in zip(rows, bars, strict=True)
    ]
    return table(text_row(heads), body, (70, 30), "distribution")


def visit_output(self: HTML5Translator, node: ExampleOutput) -> None:
    """As Sphinx writes a literal block, with what varies and what differs in elements of its own."""
    words = WORDS[self.config.book_edition]
    lines = []
    for index, line in enumerate(node.rawsource.split("\n")):
        html = with_varying(line, [span for span in node["varying"] if span.line == index], words["varies"])
        lines.append(f'<span class="differs">{html}</span>' if index in node["differing"] else html)
    self.body.append(self.starttag(node, "div", CLASS="highlight-text notranslate"))
    self.body.append('<div class="highlight"><pre>' + "\n".join(lines) + "\n</pre></div></div>\n")
    raise nodes.SkipNode


def with_varying(line: str, spans: Sequence[Span], word: str) -> str:
    """A line as HTML; what varies is dimmed, and said to vary to those who cannot see that."""
    html, done = "", 0
    for span in spans:
        varies = escape(line[span.start : span.end])
        html += f'{escape(line[done : span.start])}<span class="varies">{varies}</span>'
        html += f'<span class="visually-hidden">{word}</span>'
        done = span.end
    return html + escape(line[done:])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("sphinx_design")
    app.add_node(ExampleOutput, html=(visit_output, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
