"""The contents at the left: what folds a chapter away says to a screen reader which chapter."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from .words import WORDS

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

CHAPTER = re.compile(r"(<a [^>]*>)(?P<title>(?:(?!</a>).)*)(</a>\s*<details[^>]*>\s*<summary)>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def with_labels(toctree: str, words: str) -> str:
    """The theme's contents, where each `summary`, which holds a picture only, gets its chapter's title as a label."""

    def label(chapter: re.Match[str]) -> str:
        title = unescape(TAG.sub("", chapter["title"]))
        return f'{chapter[1]}{chapter["title"]}{chapter[3]} aria-label="{escape(words.format(title))}">'

    return CHAPTER.sub(label, toctree)


def add_function(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """For sbt-sidebar-nav.html."""
    words = WORDS[app.config.book_edition]["pages_of"]
    context["toctree_with_labels"] = lambda toctree: with_labels(str(toctree), words)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-page-context", add_function)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
