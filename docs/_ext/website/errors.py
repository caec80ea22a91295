"""What is wrong with a setting, and what to do."""

from __future__ import annotations

from sphinx.errors import SphinxError


class SettingError(SphinxError):
    """An environment variable, or a setting made from one, cannot be used."""

    category = "Setting error"
