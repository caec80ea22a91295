"""From nodes to Typst's source: the rules, found by the class of a node, and what they have to know of the book.

A rule is a function that takes the translator and a node and returns markup; those of `structure`, `blocks`, `inline`,
`tables`, `listings`, and `examples` are registered by `@rule`. What has none is a warning, and its contents are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from book.rules import Rules

from .literals import call, markup, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

    from .builder import TypstBuilder

ROOM = 88  # columns of code on a full line; book.typ sets code so that they fit
rule: Rules[Translator] = Rules("the PDF", "pdf")


class Translator:
    """Writes one document of the whole book. `attached` collects the paths of the examples that it shows."""

    def __init__(self, builder: TypstBuilder, document: nodes.document) -> None:
        self.builder = builder
        self.document = document
        self.docname = builder.config.root_doc
        self.level = 1
        self.room = ROOM
        self.plain = False  # inside a heading, where a footnote would get into the contents
        self.attached: dict[str, None] = {}
        self.printed_addresses: set[str] = set()
        self.printed_footnotes: set[str] = set()
        self.targets: set[str] = set()
        self.footnotes: dict[str, nodes.footnote] = {}
        self.written: set[str] = set()
        for key, node in targets_of(document, self.docname):
            self.targets.add(key)
            if isinstance(node, nodes.footnote):
                self.footnotes[key] = node

    def of(self, node: Node) -> str:
        """The markup of a node."""
        found = rule.find(node)
        if found is not None:
            return found(self, node)
        return self.inside(node) if isinstance(node, nodes.Element) else markup(node.astext())

    def inside(self, node: Element) -> str:
        """The anchors of a node, and the markup of its children."""
        return self.anchors(node) + self.all(node.children)

    def all(self, children: Iterable[Node]) -> str:
        return "".join(self.of(child) for child in children)

    def key(self, anchor: str = "") -> str:
        """The label of an anchor of the present page, or of the page itself."""
        return f"{self.docname}:{anchor}"

    def anchors(self, node: Element) -> str:
        """What links to this node lead to; each label once."""
        keys = [self.key(anchor) for anchor in node["ids"]]
        new = [key for key in dict.fromkeys(keys) if key not in self.written]
        self.written.update(new)
        return "".join(call("anchor", string(key)) for key in new)


def targets_of(node: Element, docname: str) -> Iterator[tuple[str, Element]]:
    """All labels that the book will have, with their nodes."""
    if isinstance(node, addnodes.start_of_file):
        docname = node["docname"]
        yield f"{docname}:", node
    for anchor in node["ids"]:
        yield f"{docname}:{anchor}", node
    for child in node.children:
        if isinstance(child, nodes.Element):
            yield from targets_of(child, docname)
