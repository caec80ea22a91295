"""A page as Markdown that can be read without the project: scripts and what they printed in full, links to the Markdown
of other pages, nothing to fold or to choose.

It is made from what Sphinx has made of the page, so it says what the page says. Rules are found by the class of a node,
as in the PDF; a node that has none is a warning, and its contents are used.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx_design.dropdown import dropdown_main, dropdown_title
from sphinx_design.shared import PassthroughTextElement
from sphinx_design.tabs import sd_tab_input, sd_tab_label

from book.rules import Rules
from book.timeline import TimelineBlock

from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

rule: Rules[Writer] = Rules("the Markdown of a page", "website")
SPECIAL = re.compile(r"([\\`*\[\]<]|_(?![^\W_]))")
OPENING = re.compile(r"\A(#+ |[-+] |>|\d+(?=[.)] ))")  # what would begin a block
BREAK = re.compile(r"\s*\n\s*")


class Writer:
    """Writes one page of `edition`."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.level = 0

    def of(self, node: Node) -> str:
        """A node as Markdown; blocks end with an empty line."""
        found = rule.find(node)
        if found is not None:
            return found(self, node)
        return self.inside(node) if isinstance(node, nodes.Element) else escaped(node.astext())

    def inside(self, node: Element) -> str:
        return self.all(node.children)

    def all(self, children: Iterable[Node]) -> str:
        return "".join(self.of(child) for child in children)


def markdown_of(document: nodes.document, edition: str) -> str:
    return Writer(edition).inside(document).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Text as itself, and not as markup."""
    return SPECIAL.sub(r"\\\1", BREAK.sub(" ", text))


def code(text: str) -> str:
    """Code in a line, between as many backticks as it needs."""
    text = BREAK.sub(" ", text)
    ticks = "`" * (longest_run(text) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def fence(text: str, language: str) -> str:
    marks = "`" * max(3, longest_run(text) + 1)
    body = text.rstrip("\n")
    return f"{marks}{language}\n{body}\n{marks}\n\n"


def longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def indented(text: str, by: int) -> str:
    """All lines but the first, and none that is empty."""
    return text.rstrip("\n").replace("\n", "\n" + " " * by).replace("\n" + " " * by + "\n", "\n\n") + "\n"


def block(text: str) -> str:
    """A paragraph; nothing if there is nothing in it."""
    text = text.strip()
    return OPENING.sub(protected, text) + "\n\n" if text else ""


def protected(match: re.Match[str]) -> str:
    """`1. ` at the beginning of a paragraph is no list: `1\\. `."""
    opening = match[0]
    return f"{opening}\\" if opening.isdigit() else f"\\{opening}"


def nothing(page: Writer, node: Node) -> str:
    return ""


def contents(page: Writer, node: Element) -> str:
    return page.inside(node)


# A timeline is a picture, what a tab is called stands below it as well, and a script that is there in full needs no
# download.
NOTHING: tuple[type, ...] = (nodes.comment, nodes.raw, nodes.target, addnodes.index, addnodes.download_reference)
NOTHING += (TimelineBlock, sd_tab_input, sd_tab_label)
CONTENTS: tuple[type, ...] = (nodes.compound, nodes.inline, nodes.figure, nodes.term, addnodes.glossary)
CONTENTS += (dropdown_main, PassthroughTextElement)
rule(*NOTHING)(nothing)
rule(*CONTENTS)(contents)


@rule(nodes.Text)
def text(page: Writer, node: nodes.Text) -> str:
    return escaped(str(node))


@rule(nodes.section)
def section(page: Writer, node: nodes.section) -> str:
    page.level += 1
    written = page.inside(node)
    page.level -= 1
    return written


@rule(nodes.title)
def title(page: Writer, node: nodes.title) -> str:
    return f"{'#' * max(1, page.level)} {page.inside(node)}\n\n"


@rule(nodes.paragraph, nodes.rubric, dropdown_title)
def paragraph(page: Writer, node: nodes.paragraph) -> str:
    return block(page.inside(node))


@rule(nodes.strong)
def strong(page: Writer, node: nodes.strong) -> str:
    return f"**{page.inside(node)}**"


@rule(nodes.emphasis)
def emphasis(page: Writer, node: nodes.emphasis) -> str:
    return f"*{page.inside(node)}*"


@rule(nodes.literal)
def literal(page: Writer, node: nodes.literal) -> str:
    return code(node.astext())


@rule(nodes.reference)
def reference(page: Writer, node: nodes.reference) -> str:
    """Of a claim that is tested, the link to its script is left out: it stands on the same page."""
    return "" if "to-script" in node["classes"] else linked(page.inside(node), node)


def linked(words: str, link: nodes.reference | None) -> str:
    """Places inside of a page have no address in Markdown: a link leads to the page, or is its words only."""
    address = link.get("refuri", "") if link else ""
    if link and link.get("internal"):
        target, ending = posixpath.splitext(address.partition("#")[0])
        address = f"{target}.md" if ending == ".html" else ""
    return f"[{words}]({address})" if address else words


@rule(nodes.literal_block)
def literal_block(page: Writer, node: nodes.literal_block) -> str:
    """Also a script, and what it printed."""
    return fence(node.rawsource or node.astext(), node.get("language", "text"))


@rule(nodes.container)
def container(page: Writer, node: nodes.container) -> str:
    return card(page, node) if node.get("design_component") == "card" else page.inside(node)


def card(page: Writer, node: nodes.container) -> str:
    """A card of an entrance is a paragraph: its title, which is the link that covers all of it, and its text."""
    titles = [each for each in node.findall(nodes.container) if each.get("design_component") == "card-title"]
    texts = [page.inside(each) for each in node.findall(nodes.paragraph) if "sd-card-text" in each["classes"]]
    link = next((each for each in node.findall(nodes.reference) if each.get("internal")), None)
    title = page.all(titles[0].children).strip() if titles else ""
    return block(f"**{linked(title, link)}** {' '.join(texts)}")


@rule(nodes.bullet_list)
def bullet_list(page: Writer, node: nodes.bullet_list) -> str:
    return "".join(f"- {indented(page.inside(item), 2)}" for item in items_of(node)) + "\n"


@rule(nodes.enumerated_list)
def enumerated_list(page: Writer, node: nodes.enumerated_list) -> str:
    written = ""
    for number, item in enumerate(items_of(node), node.get("start", 1)):
        head = f"{number}. "
        written += head + indented(page.inside(item), len(head))
    return written + "\n"


def items_of(node: Element) -> Iterator[nodes.list_item]:
    return (item for item in node.children if isinstance(item, nodes.list_item))


@rule(nodes.definition_list)
def definition_list(page: Writer, node: nodes.definition_list) -> str:
    """As a list whose items begin with the term: Markdown has no other."""
    written = ""
    for item in node.children:
        if isinstance(item, nodes.definition_list_item):
            terms = ", ".join(page.inside(term) for term in item.findall(nodes.term))
            body = page.all(child for each in item.findall(nodes.definition) for child in each.children)
            written += f"- **{terms}**: {indented(body, 2)}"
    return written + "\n"


@rule(nodes.table)
def table(page: Writer, node: nodes.table) -> str:
    heads = [row for head in node.findall(nodes.thead) for row in head.findall(nodes.row)]
    rows = [row for body in node.findall(nodes.tbody) for row in body.findall(nodes.row)]
    lines = [cells_of(page, row) for row in [*heads[:1], *rows]]
    columns = max(map(len, lines), default=0)
    if not heads:
        lines.insert(0, [""] * columns)
    lines.insert(1, ["---"] * columns)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n"


def cells_of(page: Writer, row: nodes.row) -> list[str]:
    """The cells of a row in one line each; one that is as wide as several stands in each of their columns."""
    found = []
    for entry in row.findall(nodes.entry):
        cell = BREAK.sub(" ", page.inside(entry).strip()).replace("|", "\\|")
        found += [cell] * (entry.get("morecols", 0) + 1)
    return found


@rule(nodes.image)
def image(page: Writer, node: nodes.image) -> str:
    """A picture in words."""
    words = WORDS[page.edition]["figure"].format(escaped(node.get("alt", "")))
    return block(words) if node.get("alt") else ""


@rule(nodes.caption)
def caption(page: Writer, node: nodes.caption) -> str:
    return block(page.inside(node))


@rule(nodes.note, nodes.warning, nodes.block_quote)
def quote(page: Writer, node: Element) -> str:
    return "> " + page.inside(node).rstrip("\n").replace("\n", "\n> ") + "\n\n"
