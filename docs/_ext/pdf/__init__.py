"""The book as a PDF: one document of all pages, written as Typst's source and set by its compiler.

`assemble` makes the document, `translator` and the modules with rules write it, `book.typ` says what it looks like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .builder import TypstBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("pdf_name", "book", "", types=(str,))
    app.add_builder(TypstBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
