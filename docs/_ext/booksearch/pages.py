"""The page search.html and the description for browsers; Sphinx's own search is not made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx

BUILDERS = ("html", "dirhtml")
OPENSEARCH = "opensearch.xml"


def turn_off_stock_search(app: Sphinx) -> None:
    """No index of Sphinx's own is made, and no script that would load it."""
    if app.builder.name in BUILDERS:
        app.builder.search = False  # type: ignore[attr-defined]


def add_search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.builder.name in BUILDERS:
        yield "search", {}, "search.html"


def add_context(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """For layout.html: where the description lies, if there is one."""
    context["opensearch"] = OPENSEARCH if app.config.html_baseurl else ""


def write_opensearch(app: Sphinx, exception: Exception | None) -> None:
    """A browser that has read it can search the book from its address bar. It holds absolute addresses, so there is
    none as long as nobody knows where the book will lie.
    """
    base = app.config.html_baseurl.rstrip("/")
    if app.builder.name not in BUILDERS or exception or not base:
        return
    templates: Any = app.builder.templates
    words = {"use_opensearch": base, "pathto": app.builder.get_target_uri}
    words |= {"project": app.config.project, "docstitle": app.config.html_title}
    Path(app.outdir, OPENSEARCH).write_text(templates.render(OPENSEARCH, words), encoding="utf-8")
