"""`feed.xml` of an edition, in the Atom format: the pages that were revised last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from book.twins import TAGS

from .address import page_url
from .revised import revised
from .summary import summary_of
from .words import WORDS
from .xml import element, write_xml

if TYPE_CHECKING:
    from datetime import datetime

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

FEED = "feed.xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
NEWEST = 30


def feed_title(config: Config) -> str:
    words = WORDS[config.book_edition]
    return f"{config.project}{words['title_separator']}{words['changes']}"


def newest(env: BuildEnvironment) -> list[tuple[datetime, str]]:
    """The pages that were revised last, with the times of that; those of one commit by name."""
    dated = [(date, name) for name in sorted(env.found_docs) if (date := revised(env, name))]
    return sorted(dated, key=lambda each: each[0], reverse=True)[:NEWEST]


def feed_of(app: Sphinx, pages: list[tuple[datetime, str]]) -> Element:
    """Ids are addresses, as those of the pages do not change."""
    config = app.config
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": TAGS[config.book_edition]})
    element(root, "id", page_url(config, ""))
    element(root, "title", feed_title(config))
    element(root, "updated", pages[0][0].isoformat())
    element(element(root, "author"), "name", config.author)
    element(root, "rights", f"© {config.copyright}")
    element(root, "link", rel="self", type="application/atom+xml", href=page_url(config, FEED))
    element(root, "link", rel="alternate", type="text/html", href=page_url(config, "index.html"))
    for date, name in pages:
        url = page_url(config, app.builder.get_target_uri(name))
        entry = element(root, "entry")
        element(entry, "id", url)
        element(entry, "title", app.env.titles[name].astext())
        element(entry, "updated", date.isoformat())
        element(entry, "link", rel="alternate", type="text/html", href=url)
        if summary := summary_of(app.env, name):
            element(entry, "summary", summary)
    return root


def write_feed(app: Sphinx, exception: Exception | None) -> None:
    """Only where the address of the book is known, and when its pages were revised."""
    if app.builder.name == "html" and exception is None and page_url(app.config, FEED):
        pages = newest(app.env)
        if pages:
            write_xml(Path(app.outdir, FEED), feed_of(app, pages))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("build-finished", write_feed)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
