"""What a page is about, in a sentence or two: the beginning of its first paragraph, as plain text.

It is kept with what Sphinx knows of the page, as `description`, which a page's front matter may give as well.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from . import digest_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

LIMIT = 200  # characters; what shows a summary shows no more
SENTENCE_END = re.compile(r"[.!?](?= )|[。！？]")
SPACES = re.compile(r"\s+")


def shortened(text: str, limit: int = LIMIT) -> str:
    """Whole sentences, as many as there is room for; where there is none for the first, as many words as there is."""
    text = SPACES.sub(" ", text).strip()
    if len(text) <= limit:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text) if match.end() <= limit]
    if ends:
        return text[: ends[-1]]
    cut = text[: limit - 1]
    words = cut.rpartition(" ")[0]
    # Chinese has no blanks between words: any place is as good as another.
    return (words if len(words) > limit / 2 else cut).rstrip(" ,;:，；：、") + "…"


def first_paragraph(document: nodes.document) -> str:
    """Of the text itself, not of an example or a table."""
    for paragraph in document.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section):
            return paragraph.astext()
    return ""


def keep_summary(app: Sphinx, document: nodes.document) -> None:
    """Runs when a page has been read, in the process that has read it; Sphinx brings it to the main one."""
    if text := shortened(first_paragraph(document)):
        app.env.metadata[app.env.docname].setdefault("description", text)


def summary_of(env: BuildEnvironment, docname: str) -> str:
    """Empty for a page without a paragraph."""
    return str(env.metadata[docname].get("description", ""))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("website_summed_up_by", digest_of(Path(__file__)), "env", types=(str,))
    app.connect("doctree-read", keep_summary)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
