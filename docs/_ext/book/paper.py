"""Timelines where no style sheet of the site reaches them: in the PDF, and as pictures of an EPUB."""

from __future__ import annotations

import re

from runs import ROOT

TIMELINE = (ROOT / "docs" / "_static" / "timeline-paper.css").read_text(encoding="utf-8")


def with_style(svg: str, style: str) -> str:
    """The picture with a style sheet of its own, as the first child of the root."""
    return re.sub(r"(<svg\b[^>]*>)", lambda root: f"{root[0]}<style>{style}</style>", svg, count=1)
