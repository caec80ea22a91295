"""The directive `{index}`: what of a section the general index names, one entry a line, right below the heading.

    ## A heading

    ```{index}
    pair: Pool; map()
    single: order of results
    ```

The kinds are Sphinx's own: `single: entry; subentry`, `pair: one; other`, `see: entry; other`, `seealso: entry; other`.
An entry leads to the heading, by the heading's own label, which is the same in both editions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import process_index_entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

KINDS = ("single:", "pair:", "see:", "seealso:")


class IndexDirective(SphinxDirective):
    """Replaces Sphinx's directive, which in Markdown has room for one entry, and leads to a place below the heading."""

    has_content = True

    def run(self) -> list[Node]:
        index = addnodes.index(entries=[], inline=False, of_section=True)
        self.set_source_info(index)
        for number, line in enumerate(filter(None, map(str.strip, self.content)), self.lineno + 1):
            try:
                index["entries"] += read_entry(line)
            except ValueError as error:
                logger.warning("%s", error, location=(self.env.docname, number), type="index")
                self.env.note_reread()
        return [index]


def read_entry(line: str) -> list[tuple[str, str, str, str, str | None]]:
    """A line as Sphinx wants it, with no target yet. Raises ValueError if the line has no kind, or not enough parts."""
    if not line.startswith(KINDS):
        raise ValueError(f"the index entry '{line}' must begin with one of {', '.join(KINDS)}")
    entries = process_index_entry(line, "")
    for kind, value, *_ in entries:
        split_index_msg(kind, value)
    return entries


class LeadToHeading(SphinxTransform):
    """Gives the entries of a section its label as their target."""

    default_priority = 280  # after a heading's label has become its only anchor (270)

    def apply(self, **kwargs: object) -> None:
        for index in list(self.document.findall(addnodes.index)):
            if "of_section" in index:
                self.lead(index)

    def lead(self, index: addnodes.index) -> None:
        """An entry elsewhere would lead to a place that has no stable anchor: that is an error of the page."""
        section = index.parent
        if isinstance(section, nodes.section) and is_title_alone(section[: section.index(index)]):
            index["entries"] = [(*entry[:2], section["ids"][0], *entry[3:]) for entry in index["entries"]]
            return
        logger.warning("{index} must stand right below a heading", location=index, type="index")
        self.env.note_reread()
        section.remove(index)


def is_title_alone(above: Iterable[Node]) -> bool:
    """Whether nothing of a section stands `above` but its heading, and what docutils has to say of that."""
    return all(isinstance(node, (nodes.title, nodes.system_message)) for node in above)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("index", IndexDirective, override=True)
    app.add_transform(LeadToHeading)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
