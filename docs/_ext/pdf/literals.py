"""Python's texts as Typst's string literals: nothing in a page can be taken for markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPES = str.maketrans(
    {chr(code): f"\\u{{{code:x}}}" for code in (*range(32), 127)}
    | {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)

# After these a long name may be broken over lines, but neither near its start nor near its end.
LONG = 20
EDGE = 4
JOINT = re.compile(r"(?:(?<=[./,(\[{=:&?\-])|(?<=[A-Za-z0-9]_))(?=[^\W_])")


def string(text: str) -> str:
    """A string literal whose value is `text`."""
    return f'"{text.translate(ESCAPES)}"'


def array(items: Iterable[str]) -> str:
    """An array of expressions, also of one or none."""
    return "(" + "".join(f"{item}," for item in items) + ")"


def flag(value: object) -> str:
    """Whether `value` is true."""
    return "true" if value else "false"


def markup(text: str) -> str:
    """A string where Typst reads markup."""
    return f"#{string(text)};" if text else ""


def call(function: str, *arguments: str, body: str | None = None) -> str:
    """A call of a function of the template where Typst reads markup; `body` is markup."""
    return f"#B.{function}({', '.join(arguments)})" + (";" if body is None else f"[{body}];")


def block(function: str, *arguments: str, body: str | None = None) -> str:
    """The same as a block of its own."""
    return f"\n\n{call(function, *arguments, body=body)}\n\n"


def pieces(text: str) -> list[str]:
    """A literal text, split where it may be broken over lines; a short one nowhere."""
    if len(text) <= LONG:
        return [text]
    found, start = [], 0
    for joint in JOINT.finditer(text):
        if joint.start() - start >= EDGE and len(text) - joint.start() >= EDGE:
            found.append(text[start : joint.start()])
            start = joint.start()
    return [*found, text[start:]]


def breakable(text: str) -> str:
    """A literal text as markup, with places to break it that leave no character in the text."""
    return "#B.joint;".join(markup(piece) for piece in pieces(text))
