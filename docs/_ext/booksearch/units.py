"""What the search can find: a page, a section, an error text, a term, an example, each under its own label.

A page's units are made from its doctree when it is read. They hold text only, so that they can be kept as JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from docutils import nodes
from sphinx import addnodes

from book.callouts import is_example
from book.timeline import TimelineBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["page", "section", "error", "term", "example"]

SPACE = re.compile(r"\s+")
# `queue.Full: ...`, `multiprocessing.context.TimeoutError`, `FileNotFoundError in SemLock._rebuild`.
ERROR_TEXT = re.compile(r"(?<!\w)(?:\w+\.)*(?:\w*(?:Error|Warning)|RemoteTraceback|_?queue\.(?:Full|Empty))(?!\w|\()")
# What stands around an example's script and its output, and the same words on every page.
AROUND = {"example-caption", "run-label"}
SKIPPED = (
    nodes.comment,
    nodes.image,
    nodes.raw,
    nodes.system_message,
    nodes.target,
    nodes.title,
    addnodes.index,
    addnodes.toctree,
    TimelineBlock,
)
BLOCKS = (nodes.paragraph, nodes.term, nodes.caption, nodes.line, nodes.rubric, nodes.row)


@dataclass
class Unit:
    """One thing to find. `label` is its anchor, `parent` the index of the unit that it stands in, -1 for a page.

    `names` are what else it is called: index entries, the file name of an example. `also` are longer names: an error
    text in full, an example's title in the other edition. `api` are full names of Python's library that it links to.
    """

    kind: Kind
    parent: int
    label: str
    title: str
    names: list[str] = field(default_factory=list)
    api: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


def units_of(document: nodes.document, edition: str, twin: str) -> list[Unit]:
    """The units of a page, the page itself first; a page without a title is found by its text, under no title."""
    collector = Collector(edition, twin)
    page = collector.add("page", -1, "", "")
    first = next(iter(document.findall(nodes.section)), None)
    if first is None:
        collector.read(document, page)
    else:
        for child in document.children:
            if child is first:
                collector.name(page, first)
                collector.read(first, page)
            else:
                collector.visit(child, page)
    return collector.units


class Collector:
    """Walks through a page and gives each text to the unit that it belongs to."""

    def __init__(self, edition: str, twin: str) -> None:
        self.edition = edition
        self.twin = twin
        self.units: list[Unit] = []

    def add(self, kind: Kind, parent: int, label: str, title: str) -> int:
        self.units.append(Unit(kind, parent, label, title))
        return len(self.units) - 1

    def read(self, node: nodes.Element, to: int) -> None:
        for child in node.children:
            self.visit(child, to)

    def visit(self, node: nodes.Node, to: int) -> None:
        match node:
            case nodes.section():
                self.section(node, to)
            case addnodes.glossary():
                self.glossary(node, to)
            case addnodes.index():
                self.units[to].names += index_names(node)
            case nodes.container() if is_example(node):
                self.example(node, to)
            case nodes.literal_block() if "error-text" in node["classes"]:
                self.units[to].also.append(SPACE.sub(" ", node.astext()).strip())
            case nodes.literal_block() | nodes.doctest_block():
                self.units[to].code.append(node.astext().strip())
            case _ if is_skipped(node):
                pass
            case nodes.Element() if isinstance(node, BLOCKS):
                self.units[to].api += api_names(node)
                self.units[to].text.append(text_of(node))
            case nodes.Element():
                self.read(node, to)

    def name(self, to: int, section: nodes.section) -> None:
        """A unit gets the label and the title of its section."""
        title = section.next_node(nodes.title)
        self.units[to].label = section["ids"][0]
        self.units[to].title = text_of(title) if title else ""

    def section(self, node: nodes.section, to: int) -> None:
        unit = self.add("section", to, "", "")
        self.name(unit, node)
        if ERROR_TEXT.search(self.units[unit].title):
            self.units[unit].kind = "error"
        if self.units[unit].label.endswith("-see"):  # what it leads to is found there; names of the library stay
            self.units[0].api += api_names(node)
        else:
            self.read(node, unit)

    def example(self, frame: nodes.container, to: int) -> None:
        """The script of a second showing has no anchor, and is no second unit."""
        if not frame["ids"]:
            return
        unit = self.add("example", to, frame["ids"][0], frame["titles"][self.edition])
        self.units[unit].also.append(frame["titles"][self.twin])
        for path in frame.findall(nodes.literal):
            if "example-path" in path["classes"]:
                self.units[unit].names.append(path.astext())
        self.units[unit].code += lines_of(frame)

    def glossary(self, glossary: addnodes.glossary, to: int) -> None:
        for item in glossary.findall(nodes.definition_list_item):
            terms = list(item.findall(nodes.term))
            label = terms[0]["ids"][0] if terms[0]["ids"] else self.units[to].label
            unit = self.add("term", to, label, text_of(terms[0]))
            # Both names of `启动方式（start method）`, and what else is explained with it.
            self.units[unit].names += [name for term in terms for name in re.findall("[^（）]+", text_of(term))]
            for definition in item.findall(nodes.definition):
                self.read(definition, unit)


def is_skipped(node: nodes.Node) -> bool:
    return isinstance(node, SKIPPED) or (isinstance(node, nodes.Element) and not AROUND.isdisjoint(node["classes"]))


def is_bare_link(node: nodes.Node) -> bool:
    """A link without words of its own shows the heading of another section, which is found there."""
    return isinstance(node, addnodes.pending_xref) and node["reftype"] == "ref" and not node["refexplicit"]


def text_of(node: nodes.Element) -> str:
    """The words of a node in one line; the cells of a row are apart."""
    if isinstance(node, nodes.row):
        return " | ".join(filter(None, (text_of(entry) for entry in node if isinstance(entry, nodes.Element))))
    return SPACE.sub(" ", "".join(pieces(node))).strip()


def pieces(node: nodes.Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield str(child)
        elif is_bare_link(child):
            yield "…"
        elif isinstance(child, nodes.Element) and not is_skipped(child):
            yield from pieces(child)


def api_names(node: nodes.Node) -> Iterator[str]:
    """Full names of Python's library that a node links to."""
    for link in node.findall(addnodes.pending_xref):
        if link.get("refdomain") == "py":
            yield link["reftarget"]


def index_names(index: addnodes.index) -> Iterator[str]:
    """`Pool apply()` for `pair: Pool; apply()`; of `see: mutex; lock` the one that only the index has, `mutex`."""
    for kind, value, *_ in index["entries"]:
        parts = [part.strip() for part in value.split(";")]
        yield parts[0] if kind in {"see", "seealso"} else " ".join(parts)


def lines_of(frame: nodes.container) -> list[str]:
    """The script without its title, and what it printed; a line that comes again, under another method, only once."""
    blocks = [block.astext() for block in frame.findall(nodes.literal_block)]
    if blocks:
        blocks[0] = re.sub(r'\A""".*?"""', "", blocks[0], flags=re.DOTALL)
    texts = (text.astext() for label in frame.findall(is_text_by_version) for text in label.findall(nodes.literal))
    lines = (line.strip() for block in [*blocks, *texts] for line in block.splitlines())
    return list(dict.fromkeys(filter(None, lines)))


def is_text_by_version(node: nodes.Node) -> bool:
    """An error text that other versions word otherwise."""
    return isinstance(node, nodes.paragraph) and "text-by-version" in node["classes"]
