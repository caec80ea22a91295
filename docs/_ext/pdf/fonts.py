"""Where the fonts are: in packages, else in the system."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import typst
from sphinx.errors import SphinxError

PACKAGE = "manimgx_fonts_cjk"  # Noto Sans CJK as a package; the compiler brings the Latin ones
CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")


class FontError(SphinxError):
    """There is no font for Chinese."""

    category = "Font error"


class Fonts(NamedTuple):
    """Folders for the compiler, whether it looks into the system as well, and the name of the Chinese family."""

    folders: list[str]
    system: bool
    chinese: str


def find_fonts() -> Fonts:
    """The fonts of the package, so that the same text gives the same bytes everywhere; the system's where it lacks.

    Raises FontError if neither has Chinese.
    """
    spec = find_spec(PACKAGE)
    folders = [str(Path(spec.origin).parent)] if spec and spec.origin else []
    for system in (False, True):
        families = typst.Fonts(include_system_fonts=system, font_paths=folders).families()
        for chinese in CHINESE:
            if chinese in families:
                return Fonts(folders, system, chinese)
    text = "no font has Chinese characters: install the package manimgx-fonts-cjk, or the system's fonts-noto-cjk"
    raise FontError(text)
