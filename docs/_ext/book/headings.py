"""Headings carry the label that the author gave them as their only anchor, the same in both editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


class LabelIsAnchor(SphinxTransform):
    """Drops the anchors that docutils makes from titles: a Chinese one becomes `id1`, and moves on every edit."""

    default_priority = 270  # after docutils has moved labels to the sections they stand before (260)

    def apply(self, **kwargs: object) -> None:
        document = self.document
        explicit = {document.nameids[name] for name, is_explicit in document.nametypes.items() if is_explicit}
        for section in document.findall(nodes.section):
            labels = [anchor for anchor in section["ids"] if anchor in explicit]
            if labels:
                section["ids"] = labels
            else:
                title = section.next_node(nodes.title)
                text = "the heading '%s' has no label: put a line (ascii-name)= before it, the same in both editions"
                logger.warning(text, title.astext() if title else "", location=section, type="book")
                self.env.note_reread()


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(LabelIsAnchor)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
