"""The book as one file: a PDF and an EPUB that were built before lie beside the pages, which link to them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runs import ROOT

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

FORMATS = ("pdf", "epub")


def name_of(edition: str, suffix: str) -> str:
    return f"python-multiprocessing-{edition}.{suffix}"


def built_files(config: Config) -> list[Path]:
    """Those of this edition that are there: `_build/pdf/python-multiprocessing-en.pdf`, and so on."""
    files = [Path(config.book_offline, suffix, name_of(config.book_edition, suffix)) for suffix in FORMATS]
    return [file for file in files if file.is_file()]


def note_files(app: Sphinx, config: Config) -> None:
    """All pages are written again, with a link more, when there is a file more."""
    config.book_offline_found = " ".join(file.name for file in built_files(config))


def add_links(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """For offline.html: what a link says, and where it leads."""
    root = context["content_root"]
    context["offline"] = [
        (name.rpartition(".")[2].upper(), root + name) for name in app.config.book_offline_found.split()
    ]
    context["book_edition"] = app.config.book_edition


def copy_files(app: Sphinx, exception: Exception | None) -> None:
    if app.builder.name == "html" and exception is None:
        for file in built_files(app.config):
            shutil.copy2(file, app.outdir)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("book_offline", str(ROOT / "_build"), "", types=(str,))
    app.add_config_value("book_offline_found", "", "html", types=(str,))
    app.connect("config-inited", note_files)
    app.connect("html-page-context", add_links)
    app.connect("build-finished", copy_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
