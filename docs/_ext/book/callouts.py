"""The `# (1)` marks of a script: shown as numbers that lead to the list below, and not copied with the script.

A script is in English and says one sentence in Chinese, whatever the edition: each is marked as what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from .example import ExampleSource
from .twins import TAGS
from .words import WORDS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

CHINESE_TOKEN = re.compile(r'<span class="(\w+)">(?=[^<]*[\u4e00-\u9fff])')
HIGHLIGHTED_MARK = re.compile(r'[ ]*<span class="c1"># \((\d+)\)</span>')


class TieMarksToList(SphinxTransform):
    """Gives the items of the numbered list below a script the anchors that its marks lead to."""

    default_priority = 700

    def apply(self, **kwargs: object) -> None:
        for frame in filter(is_example, list(self.document.findall(nodes.container))):
            source = next(iter(frame.findall(ExampleSource)), None)
            if source is not None and source["marks"]:
                self.tie(source, frame, list_below(frame))

    def tie(self, source: ExampleSource, frame: nodes.container, explanations: nodes.enumerated_list | None) -> None:
        """A mark without an explanation, or the other way round, is an error of the page."""
        items = list(explanations.children) if explanations is not None else []
        if explanations is None or source["marks"] != list(range(1, len(items) + 1)):
            text = "the script has the marks %s, the numbered list below it has %d items"
            logger.warning(text, source["marks"], len(items), location=frame, type="example")
            self.env.note_reread()
            return
        source["anchor"] = frame["ids"][0] if frame["ids"] else ""
        explanations["classes"].append("callouts")
        for number, item in enumerate(items, 1):
            if isinstance(item, nodes.list_item):
                item["ids"].append(f"{source['anchor']}-{number}")


def is_example(node: nodes.Node) -> TypeGuard[nodes.container]:
    return isinstance(node, nodes.container) and "example" in node["classes"]


def list_below(frame: nodes.Node) -> nodes.enumerated_list | None:
    """The first numbered list after an example, before the next example."""
    for sibling in frame.findall(descend=False, siblings=True, include_self=False):
        if is_example(sibling):
            return None
        if isinstance(sibling, nodes.enumerated_list):
            return sibling
    return None


def visit_source(self: HTML5Translator, node: ExampleSource) -> None:
    """Highlights the script, then turns its marks into links whose number is not part of the text."""
    start = len(self.body)
    try:
        self.visit_literal_block(node)
    finally:  # it always ends in SkipNode
        note = WORDS[self.config.book_edition]["note"]
        anchor = node.get("anchor", "")

        def link(mark: re.Match[str]) -> str:
            number = mark[1]
            label = note.format(number)
            return f'<a class="callout" href="#{anchor}-{number}" data-number="{number}" aria-label="{label}"></a>'

        html = HIGHLIGHTED_MARK.sub(link, "".join(self.body[start:]))
        html = html.replace("<div ", f'<div lang="{TAGS["en"]}" ', 1)
        self.body[start:] = [CHINESE_TOKEN.sub(rf'<span class="\1" lang="{TAGS["zh"]}">', html)]


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_node(ExampleSource, html=(visit_source, None))
    app.add_transform(TieMarksToList)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
