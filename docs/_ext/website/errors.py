"""What is wrong with a setting, and what to do."""

from __future__ import annotations

from sphinx.errors import ConfigError


class SettingError(ConfigError):
    """An environment variable cannot be used. Sphinx passes this kind on as it is, also out of conf.py."""

    category = "Setting error"
