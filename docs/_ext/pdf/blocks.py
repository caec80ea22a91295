"""Rules for blocks: paragraphs, lists, notes, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from .literals import array, block, call, flag, markup, string
from .pictures import picture
from .translator import rule

if TYPE_CHECKING:
    from .translator import Translator

IN_LIST = 4  # columns that code has less of, in a list


@rule(nodes.paragraph)
def paragraph(book: Translator, node: nodes.paragraph) -> str:
    """The lines around an example have a look of their own."""
    body = book.inside(node)
    if "run-label" in node["classes"]:
        classes = set(node["classes"])
        failed = classes & {"expected-failure", "stderr-label"}
        is_last = classes & {"pythons", "text-by-version"}  # nothing need stand below on the same page
        return block("run-label", flag(failed), flag(not is_last), body=body)
    return f"\n\n{body}\n\n"


@rule(nodes.compound, nodes.legend, nodes.caption, nodes.term, addnodes.glossary)
def contents(book: Translator, node: nodes.Element) -> str:
    return book.inside(node)


@rule(
    nodes.comment,
    nodes.raw,
    nodes.system_message,
    nodes.substitution_definition,
    nodes.footnote,
    nodes.pending,
    nodes.meta,
    addnodes.tabular_col_spec,
)
def nothing(book: Translator, node: nodes.Element) -> str:
    """What is for other formats, or is printed where it is referred to."""
    return ""


@rule(nodes.bullet_list)
def bullet_list(book: Translator, node: nodes.bullet_list) -> str:
    return block("bullets", *items(book, node))


@rule(nodes.enumerated_list)
def enumerated_list(book: Translator, node: nodes.enumerated_list) -> str:
    """A list; the notes on a script carry the same numbers as its lines."""
    name = "notes" if "callouts" in node["classes"] else "numbers"
    return block(name, f"start: {node.get('start', 1)}", *items(book, node))


def items(book: Translator, node: nodes.Element) -> list[str]:
    """Each item of a list as content."""
    book.room -= IN_LIST
    found = [f"[{book.inside(item).strip()}]" for item in node.children if isinstance(item, nodes.list_item)]
    book.room += IN_LIST
    return found


@rule(nodes.definition_list)
def definition_list(book: Translator, node: nodes.definition_list) -> str:
    book.room -= IN_LIST
    found = [definition(book, item) for item in node.children if isinstance(item, nodes.definition_list_item)]
    book.room += IN_LIST
    return block("definitions", *found)


def definition(book: Translator, item: nodes.definition_list_item) -> str:
    """The terms with what classifies them, and the definition."""
    terms = [child for child in item.children if isinstance(child, (nodes.term, nodes.classifier))]
    bodies = [child for child in item.children if isinstance(child, nodes.definition)]
    head = "#linebreak();".join(book.of(term) for term in terms)
    return f"([{book.anchors(item)}{head}], [{book.all(child for body in bodies for child in body.children)}])"


@rule(nodes.classifier)
def classifier(book: Translator, node: nodes.classifier) -> str:
    return call("emphasis", body=book.inside(node))


@rule(nodes.block_quote)
def block_quote(book: Translator, node: nodes.block_quote) -> str:
    return block("quoted", body=book.inside(node))


@rule(nodes.rubric)
def rubric(book: Translator, node: nodes.rubric) -> str:
    return block("rubric", body=book.inside(node))


@rule(nodes.transition)
def transition(book: Translator, node: nodes.transition) -> str:
    return block("transition")


@rule(nodes.Admonition)
def admonition(book: Translator, node: nodes.Element) -> str:
    """A note with its own title, or that of its kind."""
    children = list(node.children)
    kind = type(node).__name__
    if children and isinstance(children[0], nodes.title):
        title = book.all(children.pop(0).children)
    else:
        title = markup(str(admonitionlabels.get(kind, kind)))
    return block("admonition", string(kind), f"[{title}]", body=book.anchors(node) + book.all(children))


@rule(addnodes.versionmodified)
def version_modified(book: Translator, node: addnodes.versionmodified) -> str:
    return block("admonition", string("version"), "none", body=book.inside(node))


@rule(nodes.image)
def image(book: Translator, node: nodes.image) -> str:
    """A picture, or what it would say where there is none."""
    drawn = picture(book.builder, node)
    return block("picture", drawn) if drawn else markup(node.get("alt", ""))


@rule(nodes.figure)
def figure(book: Translator, node: nodes.figure) -> str:
    captions = [child for child in node.children if isinstance(child, nodes.caption)]
    others = [child for child in node.children if child not in captions]
    caption = book.all(child for caption in captions for child in caption.children)
    return block("figure", f"[{caption}]", body=book.anchors(node) + book.all(others))


@rule(nodes.line_block)
def line_block(book: Translator, node: nodes.line_block) -> str:
    lines = array(f"[{book.all(line.children)}]" for line in node.findall(nodes.line))
    return block("lines", lines)
