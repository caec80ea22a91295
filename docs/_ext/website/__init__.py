"""The book as a site on the web: what a page tells about itself, and the files that search engines, feed readers, and
programs look for. One small module a feature, each with its own `setup()`.

What needs absolute addresses is there only if the address of the book is known: see `address`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FEATURES = ("summary", "revised", "head", "preview", "sitemap", "feed", "llms", "examples", "missing")


def digest_of(*modules: Path) -> str:
    content = hashlib.sha256()
    for module in sorted(modules):
        content.update(module.read_bytes())
    return content.hexdigest()


def setup(app: Sphinx) -> ExtensionMetadata:
    # All pages are written again by new code.
    app.add_config_value("website_made_by", digest_of(*Path(__file__).parent.glob("*.py")), "html", types=(str,))
    for feature in FEATURES:
        app.setup_extension(f"website.{feature}")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
