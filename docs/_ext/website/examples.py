"""All examples with their contracts in one file beside the pages, linked where the PDF is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from runs import ROOT

from .archive import members_of, write_archive
from .words import WORDS

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ARCHIVE = "examples.zip"
TOP = "python-multiprocessing-examples"


def add_link(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """After the other files that offline.html names."""
    if app.builder.name == "html":
        link = (WORDS[app.config.book_edition]["examples"], context["content_root"] + ARCHIVE)
        context["offline"] = [*context.get("offline", ()), link]


def write_examples(app: Sphinx, exception: Exception | None) -> None:
    if app.builder.name == "html" and exception is None:
        members = members_of(Path(app.config.book_examples), TOP)
        write_archive(Path(app.outdir, ARCHIVE), [*members, (f"{TOP}/LICENSE", ROOT / "LICENSE")])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("book.offline")  # so that its links come first
    app.connect("html-page-context", add_link)
    app.connect("build-finished", write_examples)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
