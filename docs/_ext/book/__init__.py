"""The Sphinx side of the book: one module a feature, each with its own `setup()`."""

from __future__ import annotations

from platform import python_version
from typing import TYPE_CHECKING

from runs import EXAMPLES, RECORDS
from runs.run import FORMAT

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FEATURES = ("example", "callouts", "unshown", "headings", "cjk", "twins", "measured")


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("book_edition", "en", "env", types=(str,))
    app.add_config_value("book_examples", str(EXAMPLES), "env", types=(str,))
    app.add_config_value("book_records", str(RECORDS), "env", types=(str,))
    # Pages show runs of one Python in one format of records; both belong to what a kept page depends on.
    app.add_config_value("book_runs_of", f"Python {python_version()}, format {FORMAT}", "env", types=(str,))
    for feature in FEATURES:
        app.setup_extension(f"book.{feature}")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
