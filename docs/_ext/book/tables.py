"""Tables of docutils nodes, which any builder can print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import Node


def entry(*children: Node) -> nodes.entry:
    """A cell."""
    return nodes.entry("", nodes.paragraph("", "", *children))


def text_row(texts: Iterable[str]) -> nodes.row:
    """A row of plain texts."""
    return nodes.row("", *(entry(nodes.Text(text)) for text in texts))


def table(head: nodes.row, rows: Iterable[nodes.row], widths: Sequence[int], name: str) -> nodes.table:
    """A table of the class `name`; `widths` are those of its columns, in percent."""
    columns = [nodes.colspec(colwidth=width) for width in widths]
    body = nodes.tbody("", *rows)
    return nodes.table("", nodes.tgroup("", *columns, nodes.thead("", head), body, cols=len(widths)), classes=[name])
