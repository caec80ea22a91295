"""`404.html`: what a reader gets who asks for a page that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

MISSING = "404"


def add_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.builder.name == "html":
        yield MISSING, {"title": WORDS[app.config.book_edition]["not_found"]}, "404.html"


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-collect-pages", add_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
