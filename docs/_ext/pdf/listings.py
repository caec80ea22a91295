"""Rules for code that is no example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .code import colored, source_of
from .literals import block
from .translator import rule

if TYPE_CHECKING:
    from .translator import Translator


@rule(nodes.literal_block, nodes.doctest_block)
def literal_block(book: Translator, node: nodes.literal_block) -> str:
    """Code in its language's colors."""
    options: dict[str, list[int]] = node.get("highlight_args", {})
    highlighted = options.get("hl_lines", [])
    lines = [
        line._replace(is_highlighted=number in highlighted)
        for number, line in enumerate(colored(node.astext(), str(node.get("language", "text"))), 1)
    ]
    return book.anchors(node) + block("code", source_of(lines, book.room))
