"""For programs that read: the Markdown of each page beside it, `llms.txt`, which has links to all of them
(https://llmstxt.org), and `llms-full.txt`, which is all of them in the order of the book.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from booksearch import in_order, pages_below

from .address import page_url
from .markdown import markdown_of
from .summary import summary_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

LIST, FULL = "llms.txt", "llms-full.txt"
LINK = re.compile(r"(?<=\]\()(?![a-z]+:)([^()\s]+\.md)(?=\))")
FENCED = re.compile(r"^ *(`{3,}).*?^ *\1$", re.DOTALL | re.MULTILINE)


def source_uri(docname: str) -> str:
    """Where the Markdown of a page is, seen from the root of the edition: beside the page."""
    return f"{docname}.md"


def write_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """Whenever a page is written, in the process that does it, its Markdown is written too."""
    if app.builder.name == "html" and doctree is not None and pagename in app.env.found_docs:
        file = Path(app.outdir, source_uri(pagename))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown_of(doctree, app.config.book_edition), encoding="utf-8")


def book_of(app: Sphinx) -> str:
    """The list of all pages, with a section for each chapter."""
    config, env = app.config, app.env
    words = WORDS[config.book_edition]
    lines = [f"# {config.project}", "", f"> {summary_of(env, config.root_doc) or words['about']}", ""]
    lines += [f"- [{words['full']}]({page_url(config, FULL) or FULL})"]
    for title, pages in chapters(env, config.root_doc, words["start"]):
        lines += ["", f"## {title}", ""]
        lines += [item(app, page) for page in pages]
    return "\n".join([*lines, ""])


def chapters(env: BuildEnvironment, root: str, start: str) -> Iterator[tuple[str, list[str]]]:
    """The title of each chapter and its pages in order, its own page first; ahead of them what is in no chapter."""
    yield start, [root]
    for chapter in pages_below(env, root):
        if chapter in env.found_docs:  # the general index is no page of ours
            yield env.titles[chapter].astext(), [page for page in in_order(env, chapter) if page in env.found_docs]


def item(app: Sphinx, page: str) -> str:
    """A link and what is behind it."""
    uri = source_uri(page)
    summary = summary_of(app.env, page)
    words = WORDS[app.config.book_edition]["title_separator"] + summary if summary else ""
    return f"- [{app.env.titles[page].astext()}]({page_url(app.config, uri) or uri}){words}"


def seen_from_root(text: str, docname: str) -> str:
    """The Markdown of a page with its links as they are in the root of the edition. Code stays as it is."""
    folder = posixpath.dirname(docname)
    written, done = "", 0

    def moved(link: re.Match[str]) -> str:
        return posixpath.normpath(posixpath.join(folder, link[1]))

    for code in FENCED.finditer(text):
        written += LINK.sub(moved, text[done : code.start()]) + code[0]
        done = code.end()
    return written + LINK.sub(moved, text[done:])


def write_lists(app: Sphinx, exception: Exception | None) -> None:
    if app.builder.name != "html" or exception is not None:
        return
    out, root = Path(app.outdir), app.config.root_doc
    (out / LIST).write_text(book_of(app), encoding="utf-8")
    pages = [page for page in in_order(app.env, root) if page in app.env.found_docs]
    texts = [seen_from_root((out / source_uri(page)).read_text(encoding="utf-8"), page) for page in pages]
    (out / FULL).write_text("\n".join(texts), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-page-context", write_page)
    app.connect("build-finished", write_lists)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
