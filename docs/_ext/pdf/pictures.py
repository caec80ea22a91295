"""Vector pictures for paper: their colors and fonts, which on a screen come from the reader's browser."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from book.paper import TIMELINE, with_style

from .literals import string

if TYPE_CHECKING:
    from docutils import nodes

    from .builder import TypstBuilder

WIDTH = 730  # of a timeline, in pixels
CROSS = "\u2715"  # where a process was killed; no font for paper has it
# The weight is asked for by its axis, since the compiler draws a variable font in its thinnest weight otherwise.
FONTS = "text, tspan {{ font-family: {}; font-variation-settings: 'wght' {}; }}"
INLINE_FONTS = re.compile(r"font-family: [^;\"]*;?")


def for_paper(svg: str, chinese: str, style: str = "") -> str:
    """The picture in fonts that the compiler has."""
    fonts = FONTS.format(f"'{chinese}', 'DejaVu Sans Mono'", 400)
    return with_style(INLINE_FONTS.sub("", svg).replace(CROSS, "\u00d7"), style + fonts)


def drawing(svg: str, alt: str) -> str:
    """Arguments of the template's function for pictures."""
    return f"bytes({string(svg)}), {string(alt)}"


def timeline(builder: TypstBuilder, svg: str, alt: str) -> str:
    """A timeline, which on a screen is as wide as there is room."""
    svg = svg.replace('width="100%"', f'width="{WIDTH}"', 1)
    return drawing(for_paper(svg, builder.fonts.chinese, TIMELINE), alt)


def picture(builder: TypstBuilder, node: nodes.image) -> str:
    """The file of an image: vectors as part of the source, others beside it. Empty if the file was not found."""
    name = builder.images.get(node["uri"])
    if name is None:
        return ""
    file = Path(builder.srcdir, node["uri"])
    alt = node.get("alt", "") or node["uri"]
    if file.suffix == ".svg":
        return drawing(for_paper(file.read_text(encoding="utf-8"), builder.fonts.chinese), alt)
    shutil.copyfile(file, Path(builder.outdir, name))
    return f"{string(name)}, {string(alt)}"
