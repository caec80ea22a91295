"""What a page tells programs about itself: its address, its twin's, what it is about, and how to show a link to it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from book.twins import OTHER, TAGS

from . import preview
from .address import base_path, page_url, twin_url
from .feed import FEED, feed_title
from .llms import source_uri
from .missing import MISSING
from .summary import summary_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def tag(element: str, /, **attributes: str) -> str:
    pairs = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{element} {pairs}>"


def alternates(app: Sphinx, uri: str, root: str) -> Iterator[str]:
    """The page in both editions; relative as long as the book's address is not known."""
    edition = app.config.book_edition
    own = page_url(app.config, uri) or root + uri
    twin = twin_url(app.config, uri) or f"{root}{app.config.book_twin_root}{uri}"
    yield tag("link", rel="alternate", hreflang=TAGS[edition], href=own)
    yield tag("link", rel="alternate", hreflang=TAGS[OTHER[edition]], href=twin)


def feed_and_source(app: Sphinx, pagename: str, root: str) -> Iterator[str]:
    config = app.config
    if page_url(config, "") and config.website_history:
        yield tag("link", rel="alternate", type="application/atom+xml", title=feed_title(config), href=root + FEED)
    if pagename in app.env.found_docs:
        yield tag("link", rel="alternate", type="text/markdown", href=root + source_uri(pagename))


def card(app: Sphinx, pagename: str, title: str) -> Iterator[str]:
    """How a link to the page is shown elsewhere."""
    config, words = app.config, WORDS[app.config.book_edition]
    is_first = pagename == config.root_doc
    facts = {
        "og:title": config.project if is_first else title,
        "og:description": summary_of(app.env, pagename) if pagename in app.env.found_docs else "",
        "og:type": "website" if is_first else "article",
        "og:locale": words["locale"],
        "og:locale:alternate": WORDS[OTHER[config.book_edition]]["locale"],
        "og:site_name": config.project,
        "og:url": page_url(config, app.builder.get_target_uri(pagename)),
    }
    if image := page_url(config, preview.PREVIEW):
        width, height = map(str, preview.SIZE)
        facts |= {"og:image": image, "og:image:width": width, "og:image:height": height, "og:image:alt": config.project}
    if facts["og:description"]:
        yield tag("meta", name="description", content=facts["og:description"])
    for name, content in facts.items():
        if content:
            yield tag("meta", property=name, content=content)
    yield tag("meta", name="twitter:card", content="summary_large_image" if image else "summary")


def add_tags(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    if app.builder.name != "html":  # an e-book has no address
        return
    root = context["content_root"]
    if pagename == MISSING:
        context["pageurl"] = None
        # The page is shown for any address, of any depth.
        tags = [tag("base", href=base_path(app.config)), tag("meta", name="robots", content="noindex")]
    else:
        tags = [
            *alternates(app, app.builder.get_target_uri(pagename), root),
            *feed_and_source(app, pagename, root),
            *card(app, pagename, title_of(app, pagename, context)),
        ]
    context["metatags"] = "\n".join([context.get("metatags", ""), *tags, ""])


def title_of(app: Sphinx, pagename: str, context: dict[str, Any]) -> str:
    """As plain text: that of the context has markup."""
    title = app.env.titles.get(pagename)
    return title.astext() if title else str(context.get("title", "")) or app.config.project


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-page-context", add_tags)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
