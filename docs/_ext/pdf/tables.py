"""Rules for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .literals import array, block, string
from .translator import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .translator import Translator


@rule(nodes.table)
def table(book: Translator, node: nodes.table) -> str:
    """Columns as wide as the page says, or as their contents; the heads come again on each page."""
    specs = list(node.findall(nodes.colspec))
    given = "colwidths-auto" not in node["classes"]
    widths = array(f"{spec['colwidth']}fr" if given else "auto" for spec in specs)
    head = array(cells(book, node, nodes.thead))
    body = array(cells(book, node, nodes.tbody))
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    caption = book.all(child for title in titles for child in title.children)
    kind = string(next(iter(set(node["classes"]) & {"verdicts", "distribution"}), ""))
    return book.anchors(node) + block("rows", kind, f"[{caption}]", widths, head, body)


def cells(book: Translator, node: nodes.table, kind: type[nodes.Element]) -> Iterator[str]:
    """The cells of the head or of the body, row by row."""
    for part in node.findall(kind):
        for entry in part.findall(nodes.entry):
            yield f"table.cell({''.join(facts(entry))})[{book.inside(entry).strip()}]"


def facts(entry: nodes.entry) -> Iterator[str]:
    """What is not as usual of a cell: more than one column or row, and how its text is aligned."""
    if entry.get("morecols"):
        yield f"colspan: {entry['morecols'] + 1}, "
    if entry.get("morerows"):
        yield f"rowspan: {entry['morerows'] + 1}, "
    for side in ("left", "center", "right"):
        if f"text-{side}" in entry["classes"]:
            yield f"align: {side}, "
