"""What is wrong with a setting, and what to do."""

from __future__ import annotations

from sphinx.errors import ConfigError


class SettingError(ConfigError):
    """An environment variable cannot be used. Sphinx tells this without a traceback, as conf.py reads some of them."""

    category = "Setting error"
