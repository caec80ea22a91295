"""Vector pictures for paper."""

from __future__ import annotations

import re
from pathlib import Path

from book.paper import TIMELINE
from pdf.pictures import for_paper
from runs.timeline import KINDS

SCREEN = (Path(__file__).parents[2] / "docs" / "_static" / "book.css").read_text(encoding="utf-8")


def test_a_picture_gets_fonts_that_the_compiler_has() -> None:
    text = '<text style="font-size: 11px; font-family: Arial; fill: red">中</text>'
    svg = f'<?xml version="1.0"?><svg width="1">{text}</svg>'
    paper = for_paper(svg, "Some Font")
    assert "Arial" not in paper
    assert "font-family: 'Some Font'" in paper
    assert '<text style="font-size: 11px;  fill: red">' in paper
    assert paper.index("<style>") == paper.index('<svg width="1">') + len('<svg width="1">')


def test_every_kind_of_line_looks_the_same_on_paper_and_on_the_screen() -> None:
    for kind in KINDS:
        strokes = [re.findall(rf"\.timeline \.{kind} \{{(.*)\}}", sheet) for sheet in (SCREEN, TIMELINE)]
        widths = [re.findall(r"stroke-(?:width|dasharray): [\d ]+", of[0]) if of else [] for of in strokes]
        assert widths[0] == widths[1], kind
