"""Rules for the components of sphinx-design: what unfolds or is chosen on a screen stands one below another here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_design.shared import PassthroughTextElement

from .literals import block
from .translator import rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from .translator import Translator

    Component = Callable[[Translator, nodes.container], str]


def titled(book: Translator, node: nodes.container, name: str) -> str:
    """A block of the template's function `name`, under the rubric that is the first child."""
    title, *others = node.children
    if not isinstance(title, nodes.rubric):
        return book.inside(node)
    return block(name, f"[{book.anchors(title)}{book.all(title.children)}]", body=book.anchors(node) + book.all(others))


def tab(book: Translator, node: nodes.container) -> str:
    return titled(book, node, "tab")


def dropdown(book: Translator, node: nodes.container) -> str:
    return titled(book, node, "unfolded")


def card(book: Translator, node: nodes.container) -> str:
    """The title, with the page that the card leads to, and its text."""
    titles = [part for part in node.findall(nodes.container) if part.get("design_component") == "card-title"]
    links = [link for link in node.findall(nodes.reference) if "sd-stretched-link" in link["classes"]]
    title = book.all(child for part in titles for child in part.children)
    for link in links:
        link.children = [nodes.Text(part.astext()) for part in titles]
        title = book.of(link)
    return block("card", f"[{title}]", body=book.all(list(node.findall(nodes.paragraph))))


@rule(PassthroughTextElement)
def passed_through(book: Translator, node: PassthroughTextElement) -> str:
    return book.inside(node)


COMPONENTS: dict[str, Component] = {"card": card, "dropdown": dropdown, "tab-item": tab}
