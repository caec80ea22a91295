"""Code as lines of colored pieces, no line longer than there is room for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pygments.lexers import get_lexer_by_name
from pygments.token import Token
from pygments.util import ClassNotFound

from .literals import array, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

# The first that fits; book.typ gives each style its look.
STYLES: tuple[tuple[_TokenType, str], ...] = (
    (Token.Comment, "comment"),
    (Token.Literal.String.Interpol, "inserted"),
    (Token.Literal.String.Escape, "inserted"),
    (Token.Literal.String, "string"),
    (Token.Literal.Number, "number"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Function, "name"),
    (Token.Name.Class, "name"),
    (Token.Name.Decorator, "name"),
    (Token.Name.Builtin, "builtin"),
    (Token.Name.Exception, "builtin"),
    (Token.Generic.Prompt, "comment"),
)
MARK = re.compile(r" *# \((\d+)\)$")
ARROW = 2  # columns that the arrow before a continued line takes
JOINT = re.compile(r"(?:(?<=[\s./,(\[{=:&?\-])|(?<=[A-Za-z0-9]_))(?=\S)")


class Piece(NamedTuple):
    """A part of a line that looks the same; `style` is empty for plain text."""

    style: str
    text: str


class Line(NamedTuple):
    """A line as it is printed. `mark` is the number of the note on it, or 0; a `continued` one goes on with the line
    before it."""

    pieces: Sequence[Piece]
    mark: int = 0
    is_highlighted: bool = False
    is_continued: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def columns(text: str) -> int:
    """How wide a text is in code; a Chinese character takes two columns."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@cache
def style_of(token: _TokenType) -> str:
    kinds = token.split()
    return next((style for kind, style in STYLES if kind in kinds), "")


@cache
def lexer_of(language: str) -> Lexer:
    """The lexer of a language; one that Pygments does not know is plain text."""
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=True)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False, ensurenl=True)


def colored(code: str, language: str) -> list[Line]:
    """The lines of `code`."""
    lines: list[list[Piece]] = [[]]
    for token, value in lexer_of(language).get_tokens(code):
        first, *others = value.expandtabs(4).split("\n")
        add(lines[-1], Piece(style_of(token), first))
        for text in others:
            lines.append([])
            add(lines[-1], Piece(style_of(token), text))
    return [Line(line) for line in lines[: code.count("\n") + 1]]


def add(line: list[Piece], piece: Piece) -> None:
    """Appends `piece` to `line`, or to the last piece if that looks the same."""
    if line and line[-1].style == piece.style:
        line[-1] = Piece(piece.style, line[-1].text + piece.text)
    elif piece.text:
        line.append(piece)


def with_marks(lines: Iterable[Line], marks: Sequence[int]) -> Iterator[Line]:
    """Takes the comments `# (1)` out of the lines; their numbers are drawn, so that nobody copies them."""
    for line in lines:
        match = MARK.search(line.text)
        if match and int(match[1]) in marks:
            yield line._replace(pieces=cut(line.pieces, match.start())[0], mark=int(match[1]))
        else:
            yield line


def cut(pieces: Sequence[Piece], place: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces before and after the character number `place`."""
    before: list[Piece] = []
    after: list[Piece] = []
    for style, text in pieces:
        add(before, Piece(style, text[: max(0, place)]))
        add(after, Piece(style, text[max(0, place) :]))
        place -= len(text)
    return before, after


def wrapped(line: Line, room: int) -> Iterator[Line]:
    """The line in parts of at most `room` columns, broken after punctuation where there is some in its second half."""
    while columns(line.text) > room:
        before, after = cut(line.pieces, place_to_break(line.text, room))
        yield line._replace(pieces=before, mark=0)
        room -= 0 if line.is_continued else ARROW
        line = line._replace(pieces=after, is_continued=True)
    yield line


def place_to_break(text: str, room: int) -> int:
    """How many characters of `text` go on a line of `room` columns."""
    fitting = 0
    width = 0
    for character in text:
        width += columns(character)
        if width > room:
            break
        fitting += 1
    joints = [joint.start() for joint in JOINT.finditer(text, 0, fitting + 1) if joint.start() <= fitting]
    return joints[-1] if joints and joints[-1] > fitting // 2 else max(1, fitting)


def source_of(lines: Iterable[Line], room: int, anchor: str = "") -> str:
    """The lines as an array for Typst; a mark leads to the label that is `anchor` and its number."""
    rows = (part for line in lines for part in wrapped(line, room))
    return array(row_source(line, anchor) for line in rows)


def row_source(line: Line, anchor: str) -> str:
    """A dictionary without what is as usual, since there are many."""
    texts = array(f"({string(style)},{string(text)})" for style, text in line.pieces)
    facts = [f"pieces:{texts}"]
    if line.mark:
        facts.append(f"mark:{line.mark},to:{string(f'{anchor}-{line.mark}')}")
    if line.is_highlighted:
        facts.append("highlighted:true")
    if line.is_continued:
        facts.append("continued:true")
    return f"\n({','.join(facts)})"
