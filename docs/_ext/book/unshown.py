"""An example that no page shows is an error: nobody would miss it when it breaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from runs.example import find_examples

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


def report_unshown(app: Sphinx, env: BuildEnvironment) -> None:
    """Pages note what they show as dependencies, so these tell, and no state of our own is needed."""
    folder = Path(app.config.book_examples)
    scripts = {file for files in env.dependencies.values() for file in files if str(file).endswith(".py")}
    shown = {Path(app.srcdir, file).resolve() for file in scripts}
    for name in find_examples(folder):
        if (folder / name).resolve() not in shown:
            text = "no page shows this example: add {example} %s to a page, or delete the script"
            logger.warning(text, name, location=f"examples/{name}:1", type="example")


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("env-updated", report_unshown)  # at every build; the consistency check comes only if a page was read
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
