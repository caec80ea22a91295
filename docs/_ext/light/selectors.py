"""Whether a selector can match anything in the pages.

Each part between combinators (`nav.bd-links`, `> li:first-child`) must fit some element somewhere, now or after scripts
have run; whether those elements stand in the right order is not asked. What is not understood counts as fitting.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tinycss2.ast import Node

    from .shapes import Shapes

COMBINATORS = ">+~"
NOWHERE = {"host", "host-context", "slotted", "part"}  # only inside of shadow trees, and there are none
ANY_OF = {"is", "where", "matches", "-webkit-any", "-moz-any"}


def parts(tokens: Sequence[Node]) -> list[list[Node]]:
    """The selectors of a list, parted at its commas."""
    found: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        elif token.type != "comment":
            found[-1].append(token)
    return found


def compounds(selector: Sequence[Node]) -> list[list[Node]]:
    found: list[list[Node]] = [[]]
    for token in selector:
        if token.type == "whitespace" or (token.type == "literal" and token.value in COMBINATORS):
            found.append([])
        else:
            found[-1].append(token)
    return [compound for compound in found if compound]


def can_match(selector: Sequence[Node], shapes: Shapes) -> bool:
    return all(fitting(compound, shapes) for compound in compounds(selector))


def fitting(compound: Sequence[Node], shapes: Shapes) -> int:
    """The shapes that a compound selector fits, as bits."""
    bits = shapes.every
    sign = ""  # what stands before a name: a dot, a colon, or nothing
    for token in compound:
        if token.type == "ident" and sign == ":":
            bits &= 0 if token.lower_value in NOWHERE else shapes.every
        elif token.type == "ident" and sign == ".":
            bits &= shapes.with_class(token.value)
        elif token.type == "ident":
            bits &= shapes.with_tag(token.lower_value)
        elif token.type == "hash":
            bits &= shapes.with_id(token.value)
        elif token.type == "[] block":
            bits &= with_attribute(token.content, shapes)
        elif token.type == "function":
            bits &= with_function(token.lower_name, token.arguments, shapes)
        sign = token.value if token.type == "literal" else ""
    return bits


def with_function(name: str, arguments: Sequence[Node], shapes: Shapes) -> int:
    if name in NOWHERE:
        return 0
    if name in ANY_OF:
        bits = 0
        for selector in parts(arguments):
            if can_match(selector, shapes):
                bits |= fitting(compounds(selector)[-1], shapes)
        return bits
    if name == "has":
        return shapes.every if any(can_match(selector, shapes) for selector in parts(arguments)) else 0
    return shapes.every


def with_attribute(content: Sequence[Node], shapes: Shapes) -> int:
    """`[name]`, `[name=value]`, and so on."""
    tokens = [token for token in content if token.type not in {"whitespace", "comment"}]
    name = tokens[0].lower_value
    if name == "class":  # not kept among attributes
        return shapes.every
    if shapes.changes(name):
        return shapes.every
    values = shapes.by_attribute.get(name, {})
    operator = tokens[1].value if len(tokens) > 1 else ""
    wanted = tokens[2].value if len(tokens) > 2 else ""
    ignore_case = len(tokens) > 3
    bits = 0
    for value, those in values.items():
        if holds(operator, value.lower() if ignore_case else value, wanted.lower() if ignore_case else wanted):
            bits |= those
    return bits


def holds(operator: str, value: str, wanted: str) -> bool:
    found = {
        "": True,
        "=": value.lower() == wanted.lower(),  # HTML compares some values, such as those of `type`, without case
        "~=": wanted in value.split(),
        "|=": value == wanted or value.startswith(f"{wanted}-"),
        "^=": value.startswith(wanted),
        "$=": value.endswith(wanted),
        "*=": wanted in value,
    }
    return found[operator]


def is_vendors(selector: Sequence[Node]) -> bool:
    """Whether it has a pseudo-class or pseudo-element of one browser: the others ignore all selectors beside it too."""
    return any(
        first == ":" and (getattr(second, "lower_value", "") or getattr(second, "lower_name", "")).startswith("-")
        for first, second in pairwise(selector)
    )


def kept(selectors: list[list[Node]], shapes: Shapes) -> list[list[Node]]:
    """Those selectors of a rule that can match."""
    fit = [selector for selector in selectors if can_match(selector, shapes)]
    return selectors if fit and any(is_vendors(selector) for selector in selectors) else fit


def asked_for(tokens: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The ids and attributes that a selector names, as ("id", "main-content") and ("attribute", "open")."""
    for token in tokens:
        if token.type == "hash":
            yield "id", token.value
        elif token.type == "[] block":
            names = [each.lower_value for each in token.content if each.type == "ident"]
            yield "attribute", names[0]
        elif token.type == "function":
            yield from asked_for(token.arguments)
