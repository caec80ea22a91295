"""The timeline of a traced run on a page: folded away, as a picture and as a table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from runs.timeline import draw, duration, rows_of
from runs.trace import timeline_of

from .tables import table, text_row
from .timeline_words import WORDS

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from runs.run import Run


class TimelineBlock(nodes.General, nodes.Element):
    """The picture, and in one of its own the table. `summary` is the line that shows while the rest is folded away;
    `open` says whether it is not."""


def timeline_nodes(run: Run, edition: str, name: str, *, is_open: bool = False) -> list[Node]:
    """What a page shows of a traced run; nothing if only one process worked. `name` is an id, unique on the page."""
    timeline, words = timeline_of(run.trace), WORDS[edition]
    if len(timeline.own) < 2:
        return []
    facts = (len(timeline.own), duration(timeline.seconds), run.start_method, run.python)
    block = TimelineBlock("", summary=words["summary"].format(*facts), open=is_open, classes=["timeline-block"])
    block += nodes.raw("", draw(timeline, words, name), format="html")
    inner = TimelineBlock("", summary=words["as_table"], open=False, classes=["timeline-as-table"])
    block += inner
    rows = [text_row(cells) for cells in rows_of(timeline, words)]
    inner += table(text_row(words["columns"]), rows, (25, 20, 10, 15, 30), "timeline-table")
    return [block]


def visit_html(self: HTML5Translator, node: TimelineBlock) -> None:
    tag = self.starttag(node, "details")
    self.body.append(tag.replace("<details", "<details open", 1) if node["open"] else tag)
    self.body.append(f"<summary>{self.encode(node['summary'])}</summary>\n")


def depart_html(self: HTML5Translator, node: TimelineBlock) -> None:
    self.body.append("</details>\n")


def title_instead(app: Sphinx, document: nodes.document, docname: str) -> None:
    """Nothing can be folded away elsewhere: the line that would show stands above the table, without the picture."""
    if app.builder.format in {"html", "typst"}:
        return
    outer = [block for block in document.findall(TimelineBlock) if "timeline-block" in block["classes"]]
    for block in outer:
        block.replace_self([nodes.paragraph(text=block["summary"]), *block.findall(nodes.table)])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_node(TimelineBlock, html=(visit_html, depart_html))
    app.connect("doctree-resolved", title_instead)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
