"""One document of the whole book: its parts are the captioned toctrees of the entrance, the pages stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from book.timeline import TimelineBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .builder import TypstBuilder

logger = logging.getLogger(__name__)


class BookPart(nodes.Element):
    """A part of the book, with its chapters as children; `number` counts from 1."""


def assemble(builder: TypstBuilder) -> nodes.document:
    """The entrance and the parts, with all references resolved."""
    root = builder.config.root_doc
    entrance, toctrees = page(builder, root)
    found = set[str]()
    for toctree in toctrees:
        if not toctree["caption"]:
            text = "a toctree of the entrance has no caption; it is the title of a part of the book"
            logger.warning(text, location=toctree, type="pdf")
        part = BookPart(caption=toctree["caption"] or "", number=1 + toctrees.index(toctree))
        part += pages_of(builder, toctree, found)
        entrance += part
    return entrance


def page(builder: TypstBuilder, docname: str) -> tuple[nodes.document, list[addnodes.toctree]]:
    """A page with its references resolved, and its toctrees, which are taken out of it."""
    document = builder.env.get_doctree(docname)
    toctrees = list(document.findall(addnodes.toctree))
    for toctree in toctrees:
        toctree.parent.remove(toctree)
    for block in list(document.findall(TimelineBlock)):
        if not isinstance(block.parent, TimelineBlock):
            fold_table(block)
    builder.env.resolve_references(document, docname, builder)
    builder.post_process_images(document)
    return document, toctrees


def fold_table(block: TimelineBlock) -> None:
    """Puts into the attribute `words` what the table below a timeline says, and takes the table away.

    On paper only the picture is shown. Before references are resolved, since most nodes of the book are in such tables.
    """
    rows = [", ".join(filter(None, (cell.astext() for cell in row.children))) for row in block.findall(nodes.row)]
    block["words"] = "; ".join([block["summary"], *rows])
    block.children = [child for child in block.children if not isinstance(child, TimelineBlock)]


def pages_of(builder: TypstBuilder, toctree: addnodes.toctree, found: set[str]) -> Iterator[addnodes.start_of_file]:
    """The pages of a toctree, each with the pages of its own at its end; a page stands in the book once."""
    for docname in toctree["includefiles"]:
        if docname in found or docname not in builder.env.found_docs:
            continue
        found.add(docname)
        document, toctrees = page(builder, docname)
        file = addnodes.start_of_file("", *document.children, docname=docname)
        end: nodes.Element = file.next_node(nodes.section) or file
        for inner in toctrees:
            end.extend(pages_of(builder, inner, found))
        yield file
