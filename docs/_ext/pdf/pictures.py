"""Vector pictures for paper: their colors and fonts, which on a screen come from the reader's browser."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from .literals import string

if TYPE_CHECKING:
    from docutils import nodes

    from .builder import TypstBuilder

WIDTH = 730  # of a timeline, in pixels
CROSS = "\u2715"  # where a process was killed; no font for paper has it
# The weight is asked for by its axis, since the compiler draws a variable font in its thinnest weight otherwise.
FONTS = "text, tspan {{ font-family: {}; font-variation-settings: 'wght' {}; }}"
INLINE_FONTS = re.compile(r"font-family: [^;\"]*;?")
# docs/_static/book.css has the same look for screens; the compiler knows neither its variables nor :is().
TIMELINE = """
.timeline { fill: #1f2328; font-size: 11px; }
.timeline line { stroke: #6b7280; stroke-width: 2; }
.timeline .running { stroke: #0072b2; stroke-width: 10; }
.timeline .task { stroke: #00795a; stroke-width: 10; }
.timeline .starting { stroke: #0072b2; stroke-width: 8; stroke-dasharray: 2 2; }
.timeline .start { stroke: #0072b2; stroke-width: 3; }
.timeline .lock { stroke: #c24a00; stroke-width: 6; stroke-dasharray: 5 2; }
.timeline .event { stroke: #a2427e; stroke-width: 5; stroke-dasharray: 2 2; }
.timeline .data { stroke: #a05f00; stroke-width: 4; stroke-dasharray: 7 2; }
.timeline .result { stroke: #a05f00; stroke-width: 2; }
.timeline .join { stroke-dasharray: 5 3; }
.timeline .sleep { stroke-dasharray: 1 4; stroke-width: 3; }
.timeline .serving { stroke-width: 4; }
.timeline .helper { stroke: #6b7280; stroke-width: 2; stroke-dasharray: none; }
.timeline line.duty { stroke: #00795a; stroke-width: 3; }
.timeline line.gap { stroke: #ffffff; }
.timeline line.tick { stroke: #d8dce0; stroke-width: 1; }
.timeline line.arrow { stroke-width: 1; opacity: 0.7; }
.timeline line.exit { stroke-dasharray: 2 3; }
.timeline line.kill { stroke: #c62828; opacity: 1; }
.timeline .head { fill: #6b7280; }
.timeline .tick, .timeline .ending, .timeline .more { fill: #59636e; }
.timeline .killed { fill: #c62828; font-size: 14px; }
"""


def with_style(svg: str, style: str) -> str:
    """The picture with a style sheet of its own, as the first child of the root."""
    return re.sub(r"(<svg\b[^>]*>)", lambda root: f"{root[0]}<style>{style}</style>", svg, count=1)


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
