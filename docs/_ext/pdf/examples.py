"""Rules for examples: the script, what it printed, and its timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from book.callouts import is_example
from book.example import ExampleSource
from book.outputs import ExampleOutput
from book.timeline import TimelineBlock

from .code import Line, Piece, colored, source_of, with_marks
from .design import COMPONENTS
from .literals import block, call, markup, string
from .pictures import timeline
from .translator import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runs.compare import Span

    from .translator import Translator

COLUMN = 48  # characters of code in a column of the cheat sheet


@rule(nodes.container)
def container(book: Translator, node: nodes.container) -> str:
    """An example, a component of sphinx-design, or nothing of its own."""
    if is_example(node):
        return example(book, node)
    if "error-texts" in node["classes"]:
        return error_texts(book, node)
    if "cheat-sheet" in node["classes"]:
        return cheat_sheet(book, node)
    component = COMPONENTS.get(node.get("design_component", ""))
    return component(book, node) if component else book.inside(node)


def example(book: Translator, node: nodes.container) -> str:
    """The path of the script, in place of a link that downloads it; then the script and its outputs."""
    caption, *others = node.children
    path = next(iter(caption.findall(nodes.literal))).astext()
    book.attached[path] = None
    return block("example", string(path), f"[{book.anchors(node)}]", body=book.all(others))


def error_texts(book: Translator, node: nodes.container) -> str:
    """Texts of the index of errors, kept together with the line below them that says who printed them."""
    groups: list[list[nodes.Node]] = [[]]
    for child in node.children:
        groups[-1].append(child)
        if not isinstance(child, nodes.literal_block):
            groups.append([])
    return book.anchors(node) + "".join(block("kept", body=book.all(group)) for group in groups if group)


def cheat_sheet(book: Translator, node: nodes.container) -> str:
    """All on one page, in columns that are narrower than others."""
    room, book.room = book.room, COLUMN
    body = block("cheat-sheet", body=book.inside(node))
    book.room = room
    return body


@rule(ExampleSource)
def source(book: Translator, node: ExampleSource) -> str:
    """The script; its marks lead to the notes below it."""
    lines = with_marks(colored(node.astext(), "python"), node["marks"])
    return block("code", source_of(lines, book.room, book.key(node.get("anchor", ""))))


@rule(ExampleOutput)
def output(book: Translator, node: ExampleOutput) -> str:
    """What was printed, with what varies and what other start methods do not print."""
    name = "errors" if "stderr" in node["classes"] else "output"
    return block(name, source_of(output_lines(node), book.room))


def output_lines(node: ExampleOutput) -> Iterator[Line]:
    for index, text in enumerate(node.astext().expandtabs(8).split("\n")):
        spans = [span for span in node["varying"] if span.line == index]
        yield Line(list(with_varying(text, spans)), is_highlighted=index in node["differing"])


def with_varying(text: str, spans: list[Span]) -> Iterator[Piece]:
    """A line in pieces that vary from run to run, and pieces that do not."""
    done = 0
    for span in spans:
        yield from (Piece("", part) for part in [text[done : span.start]] if part)
        yield Piece("varies", text[span.start : span.end])
        done = span.end
    yield from (Piece("", part) for part in [text[done:]] if part)


@rule(TimelineBlock)
def timeline_block(book: Translator, node: TimelineBlock) -> str:
    """The picture, and in words for those who cannot see it."""
    svg = next(raw.astext() for raw in node.findall(nodes.raw))
    caption = call("timeline-caption", body=markup(node["summary"]))
    return block("figure", f"[{caption}]", body=block("picture", timeline(book.builder, svg, node["words"])))
