"""Rules for parts, chapters, pages, and their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from .assemble import BookPart
from .literals import block, call, string
from .translator import rule

if TYPE_CHECKING:
    from .translator import Translator


@rule(nodes.document)
def document(book: Translator, node: nodes.document) -> str:
    """The entrance as a preface, without its title, which is that of the book; then the parts."""
    parts = [child for child in node.children if isinstance(child, BookPart)]
    entrance = [child for child in node.children if child not in parts]
    return block("preface", body=book.all(entrance)) + book.all(parts)


@rule(BookPart)
def part(book: Translator, node: BookPart) -> str:
    return block("part", str(node["number"]), string(node["caption"])) + book.all(node.children)


@rule(addnodes.start_of_file)
def start_of_file(book: Translator, node: addnodes.start_of_file) -> str:
    outer, book.docname = book.docname, node["docname"]
    inside = book.all(node.children)
    book.docname = outer
    return inside


@rule(nodes.section)
def section(book: Translator, node: nodes.section) -> str:
    """Level 1 is a part, 2 a chapter, 3 a page; the entrance is at level 1 itself."""
    book.level += 1
    inside = book.all(node.children)
    book.level -= 1
    return inside


@rule(nodes.title)
def title(book: Translator, node: nodes.title) -> str:
    """A heading, with the anchors of its section, and of the page if it is the page's title."""
    section = node.parent
    anchors = book.anchors(section)
    if book.docname == book.builder.config.root_doc and book.level == 2:
        return anchors
    if isinstance(section.parent, addnodes.start_of_file):
        book.written.add(book.key())
        anchors += call("anchor", string(book.key()))
    book.plain = True
    body = book.all(node.children)
    book.plain = False
    return block("title", str(book.level), f"[{anchors}]", body=body)
