"""The Sphinx side of the book: one module a feature, each with its own `setup()`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from runs import EXAMPLES, RECORDS, ROOT, SOAK
from runs.store import Store

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

FEATURES = (
    "example",
    "outputs",
    "timeline",
    "verdicts",
    "errors",
    "callouts",
    "unshown",
    "headings",
    "cjk",
    "twins",
    "measured",
    "figures",
    "offline",
    "sidebar",
    "epub",
    "index_entries",
    "index_order",
    "glossary",
)


def digest_of_code() -> str:
    """Changes with every module of the book's own machinery, so that all pages are read again by the new code."""
    content = hashlib.sha256()
    for package in ("book", "booksearch", "runs"):  # what writes the PDF has no say in what is read
        for module in sorted((Path(__file__).parents[1] / package).rglob("*.py")):
            content.update(module.read_bytes())
    return content.hexdigest()


def add_pythons(app: Sphinx, config: Config) -> None:
    """A page says on which Pythons its examples ran: one more, and it is read again."""
    config.book_made_by = " ".join([config.book_made_by, *Store(Path(config.book_records)).pythons()])


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("book_edition", "en", "env", types=(str,))
    app.add_config_value("book_examples", str(EXAMPLES), "env", types=(str,))
    app.add_config_value("book_records", str(RECORDS), "env", types=(str,))
    app.add_config_value("book_search", str(ROOT / "docs" / "search.json"), "env", types=(str,))
    app.add_config_value("book_soak", str(SOAK), "env", types=(str,))
    # A kept page depends on the Python whose runs it shows, and on the code that made it.
    app.add_config_value("book_made_by", f"{python_version()} {digest_of_code()}", "env", types=(str,))
    app.connect("config-inited", add_pythons)
    for feature in FEATURES:
        app.setup_extension(f"book.{feature}")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
