"""Rules for what stands in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from .literals import breakable, call, flag, markup, string
from .translator import rule

if TYPE_CHECKING:
    from .translator import Translator

logger = logging.getLogger(__name__)


@rule(nodes.Text)
def text(book: Translator, node: nodes.Text) -> str:
    return markup(re.sub(r"\s*\n\s*", " ", str(node)))


@rule(nodes.strong, addnodes.literal_strong)
def strong(book: Translator, node: nodes.strong) -> str:
    return call("strong", body=book.inside(node))


@rule(nodes.emphasis, nodes.title_reference, addnodes.literal_emphasis)
def emphasis(book: Translator, node: nodes.emphasis) -> str:
    return call("emphasis", body=book.inside(node))


@rule(nodes.literal)
def literal(book: Translator, node: nodes.literal) -> str:
    body = breakable(re.sub(r"\s*\n\s*", " ", node.astext()))
    return book.anchors(node) + call("literal", body=body)


@rule(nodes.inline)
def inline(book: Translator, node: nodes.inline) -> str:
    """Of the classes those that mean something on paper."""
    for name in ("holds", "does-not-hold", "kept", "broken"):
        if name in node["classes"]:
            return call("verdict", string(name), body=book.inside(node))
    return book.inside(node)


@rule(nodes.superscript)
def superscript(book: Translator, node: nodes.superscript) -> str:
    return call("superscript", body=book.inside(node))


@rule(nodes.subscript)
def subscript(book: Translator, node: nodes.subscript) -> str:
    return call("subscript", body=book.inside(node))


@rule(nodes.abbreviation, nodes.problematic)
def contents(book: Translator, node: nodes.Inline) -> str:
    return book.inside(node)  # type: ignore[arg-type]


@rule(nodes.target)
def target(book: Translator, node: nodes.target) -> str:
    """Where it only names what follows, that has the anchor."""
    return "" if "refid" in node else book.inside(node)


@rule(addnodes.index)
def index_entry(book: Translator, node: addnodes.index) -> str:
    """An anchor for each entry that has no other: the index leads there."""
    keys = [book.key(entry[2]) for entry in node["entries"]]
    new = [key for key in dict.fromkeys(keys) if key not in book.targets and key not in book.written]
    book.written.update(new)
    return "".join(call("anchor", string(key)) for key in new)


@rule(nodes.reference)
def reference(book: Translator, node: nodes.reference) -> str:
    """A link: inside the book, or out of it."""
    address = node.get("refuri", "")
    if "refid" in node:
        return internal(book, node, book.key(node["refid"]))
    if address.startswith("%"):
        docname, _, anchor = address[1:].partition("#")
        return internal(book, node, f"{docname}:{anchor}")
    return external(book, node, address) if address else book.inside(node)


def internal(book: Translator, node: nodes.reference, key: str) -> str:
    """A link within the book; one to another page says where that is, unless the place is part of a heading."""
    if key not in book.targets:
        logger.warning("the PDF has no target '%s'", key, location=node, type="pdf")
        return book.inside(node)
    elsewhere = not key.startswith(book.key()) and not book.plain
    return call("internal", string(key), flag(elsewhere), body=book.inside(node))


def external(book: Translator, node: nodes.reference, address: str) -> str:
    """A link out of the book; its address is printed once, in a footnote where it comes first."""
    is_printed = not book.plain and address not in book.printed_addresses and node.astext() != address
    if is_printed:
        book.printed_addresses.add(address)
    return call("external", string(address), flag(is_printed), body=book.inside(node))


@rule(addnodes.download_reference)
def download(book: Translator, node: addnodes.download_reference) -> str:
    """The file is attached to the PDF, if it is an example."""
    return book.inside(node)


@rule(nodes.footnote_reference)
def footnote_reference(book: Translator, node: nodes.footnote_reference) -> str:
    """The note itself at the first reference, its number at the others."""
    key = book.key(node.get("refid", ""))
    if key not in book.footnotes:
        return call("superscript", body=book.inside(node))
    if key in book.printed_footnotes:
        return call("same-note", string(f"note {key}"))
    book.printed_footnotes.add(key)
    children = [child for child in book.footnotes[key].children if not isinstance(child, nodes.label)]
    return call("note", string(f"note {key}"), body=book.all(children).strip())
