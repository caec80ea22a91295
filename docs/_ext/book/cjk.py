"""Chinese text may be broken over lines in a page's source; the break must not become a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# Han characters and the punctuation that is as wide as they are; between two of them a line break is nothing.
WIDE = "\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2026\u201c\u201d"
# Next to full-width punctuation there is no space either, whatever stands on the other side.
PUNCTUATION = "，。：；？！（）「」《》、"
BREAK = re.compile(rf"(?<=[{WIDE}])[ ]*\n[ ]*(?=[{WIDE}])|(?<=[{PUNCTUATION}])[ ]*\n[ ]*|[ ]*\n[ ]*(?=[{PUNCTUATION}])")


class JoinChineseLines(SphinxTransform):
    """Takes soft line breaks out of Chinese text, also where one side of the break is bold or a link."""

    default_priority = 760

    def apply(self, **kwargs: object) -> None:
        if not (self.config.language or "").startswith("zh"):
            return
        for block in list(self.document.findall(nodes.TextElement)):
            if not isinstance(block, (nodes.FixedTextElement, nodes.Inline)):
                join_lines(list(block.findall(nodes.Text)))


def join_lines(texts: Sequence[nodes.Text]) -> None:
    """Replaces those of a paragraph's `texts` that hold a break which is to go.

    The paragraph is looked at as a whole, since a break and what stands around it may be texts of their own.
    """
    whole = "".join(texts)
    unwanted = {place for match in BREAK.finditer(whole) for place in range(*match.span())}
    start = 0
    for text in texts:
        places = range(start, start + len(text))
        start += len(text)
        if not unwanted.isdisjoint(places) and text.parent is not None:
            kept = "".join(whole[place] for place in places if place not in unwanted)
            children = text.parent.children
            # By identity: `Text` is a string, and a paragraph has many breaks that are equal.
            index = next(index for index, child in enumerate(children) if child is text)
            text.parent[index] = nodes.Text(kept)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(JoinChineseLines)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
