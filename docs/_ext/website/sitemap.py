"""`sitemap.xml` of an edition: its pages, when each was last revised, and its twin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from book.twins import OTHER, TAGS

from .address import page_url, twin_url
from .revised import revised
from .xml import SITEMAP, SITEMAPS, element, write_xml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

XHTML = "http://www.w3.org/1999/xhtml"


def sitemap_of(app: Sphinx) -> Element:
    root = Element("urlset", {"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    edition = app.config.book_edition
    for docname in sorted(app.env.found_docs):
        uri = app.builder.get_target_uri(docname)
        own, twin = page_url(app.config, uri), twin_url(app.config, uri)
        page = element(root, "url")
        element(page, "loc", own)
        if date := revised(app.env, docname):
            element(page, "lastmod", date.isoformat())
        for tag, url in sorted({TAGS[edition]: own, TAGS[OTHER[edition]]: twin}.items()):
            element(page, "xhtml:link", rel="alternate", hreflang=tag, href=url)
    return root


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Only where the address of the book is known: those of a sitemap are absolute."""
    if app.builder.name == "html" and exception is None and page_url(app.config, SITEMAP):
        write_xml(Path(app.outdir, SITEMAP), sitemap_of(app))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("build-finished", write_sitemap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
