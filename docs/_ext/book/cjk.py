"""Chinese text may be broken over lines in a page's source; the break must not become a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# Han characters and the punctuation that is as wide as they are; between two of them a line break is nothing.
WIDE = "\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2018\u2019\u201c\u201d\u2026\u2014"
BREAK_INSIDE = re.compile(rf"(?<=[{WIDE}])[ ]*\n[ ]*(?=[{WIDE}])")
ENDS_WIDE = re.compile(rf"[{WIDE}][ ]*\n?[ ]*$")
STARTS_WIDE = re.compile(rf"^[ ]*\n?[ ]*[{WIDE}]")
# Next to full-width punctuation there is no space either, whatever stands on the other side.
PUNCTUATION = "，。：；？！（）「」《》、"
BREAK_AT_PUNCTUATION = re.compile(rf"(?<=[{PUNCTUATION}])[ ]*\n[ ]*|[ ]*\n[ ]*(?=[{PUNCTUATION}])")


class JoinChineseLines(SphinxTransform):
    """Takes soft line breaks out of Chinese text, also where one side of the break is bold or a link."""

    default_priority = 760

    def apply(self, **kwargs: object) -> None:
        if self.config.language is None or not self.config.language.startswith("zh"):
            return
        for block in self.document.findall(nodes.TextElement):
            if not isinstance(block, (nodes.FixedTextElement, nodes.Inline)):
                join_lines(list(texts_of(block)))


def texts_of(block: nodes.TextElement) -> Iterator[nodes.Text]:
    """The texts of a paragraph or title, in reading order; those of inline code too, which are only looked at."""
    return block.findall(nodes.Text)


def join_lines(texts: list[nodes.Text]) -> None:
    """Replaces the `texts` of one block whose breaks are to go."""
    for index, text in enumerate(texts):
        before = str(texts[index - 1]) if index else ""
        after = str(texts[index + 1]) if index + 1 < len(texts) else ""
        joined = join(before, str(text), after)
        if joined != str(text) and not isinstance(text.parent, nodes.literal):
            text.parent.replace(text, nodes.Text(joined))


def join(before: str, text: str, after: str) -> str:
    """`text` without the line breaks that Chinese does not want, given its neighbors in the paragraph."""
    text = BREAK_INSIDE.sub("", text)
    text = BREAK_AT_PUNCTUATION.sub("", text)
    if text.startswith("\n") and ENDS_WIDE.search(before) and re.match(rf"\n[ ]*[{WIDE}]", text):
        text = text.lstrip("\n ")
    if text.endswith("\n") and STARTS_WIDE.search(after) and re.search(rf"[{WIDE}]\n$", text):
        text = text.rstrip("\n ")
    return text


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(JoinChineseLines)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
