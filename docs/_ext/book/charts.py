"""Charts for the cells of a page: vector graphics that the reader's browser sets in its own fonts."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

import matplotlib as mpl
from IPython.display import SVG
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLORS = ("#3b7dd8", "#c2571a")  # told apart also by the color-blind, and on a light and a dark ground
STYLE = {
    "svg.fonttype": "none",  # text stays text: searchable, and Chinese needs no font at build time
    "svg.hashsalt": "book",  # the same figures give the same bytes
    "font.family": "sans-serif",
    "font.size": 11,
}


def bars(rows: Mapping[str, Sequence[float]], series: Sequence[str], unit: str) -> SVG:
    """Horizontal bars with their values: a group for each row, in it a bar for each of `series`, in `unit`."""
    with mpl.rc_context(STYLE):
        height = 0.8 / len(series)
        figure = Figure(figsize=(5.5, 1 + 0.35 * len(rows) * len(series)), layout="constrained")
        axes = figure.subplots()
        for number, name in enumerate(series):
            places = [row + number * height for row in range(len(rows))]
            drawn = axes.barh(places, [values[number] for values in rows.values()], 0.9 * height, color=COLORS[number])
            axes.bar_label(drawn, fmt="%.1f", padding=3)
            drawn.set_label(name)
        axes.set_yticks([row + 0.5 * (0.8 - height) for row in range(len(rows))], labels=list(rows))
        axes.invert_yaxis()
        axes.margins(x=0.12)
        axes.set_xlabel(unit)
        axes.spines[["top", "right"]].set_visible(False)
        figure.legend(frameon=False, loc="outside upper left", ncols=len(series))  # never on top of a bar
        return SVG(drawn_as_svg(figure))


def drawn_as_svg(figure: Figure) -> bytes:
    """The figure as SVG, whose text the reader's browser draws."""
    picture = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph .* missing from font")  # no glyph is drawn here
        figure.savefig(picture, format="svg", transparent=True, metadata={"Date": None})
    return picture.getvalue()
