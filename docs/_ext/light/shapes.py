"""What elements the pages have: not where, only which tag goes with which classes, id, and attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
NAME = re.compile(r"<([^\s/>]+)")
ATTRIBUTE = re.compile(r"""\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
STRING = re.compile(r"""(["'`])((?:\\.|(?!\1).)*)\1""", re.DOTALL)
WORD = re.compile(r"[A-Za-z_][\w-]*")
DATASET = re.compile(r"\bdataset\.(\w+)")
# Attributes that change as properties, or that the browser itself changes.
ALWAYS_CHANGING = frozenset({"open", "hidden", "disabled", "checked", "tabindex", "data-theme", "data-mode"})


def tags_of(html: str) -> set[str]:
    return set(TAG.findall(html))


@cache
def attributes_of(tag: str) -> dict[str, str]:
    """Of a start tag as it stands in a page; names in lower case, an attribute without a value is empty."""
    found = ATTRIBUTE.findall(tag)
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}


def words_of(scripts: Iterable[str]) -> frozenset[str]:
    """Every word in a string of the scripts: among them are all classes, ids, and elements that they add to a page.

    A word that is none of those keeps a rule too many, which costs some bytes and nothing else.
    """
    words: set[str] = set()
    for script in scripts:
        for _, text in STRING.findall(script):
            words.update(WORD.findall(text))
        for key in DATASET.findall(script):  # bsToggle: data-bs-toggle
            words.add("data-" + re.sub("[A-Z]", lambda big: f"-{big[0].lower()}", key))
    return frozenset(words)


@dataclass(frozen=True)
class Shape:
    tag: str
    classes: frozenset[str]
    id: str
    attributes: frozenset[tuple[str, str]]


@dataclass
class Shapes:
    """All shapes of a site as sets of bits, one bit a shape: by tag, class, id, and attribute.

    `words` are what scripts may add: an element may get such a class, id, or attribute at any time.
    """

    words: frozenset[str] = frozenset()
    every: int = 0
    by_tag: dict[str, int] = field(default_factory=dict)
    by_class: dict[str, int] = field(default_factory=dict)
    by_id: dict[str, int] = field(default_factory=dict)
    by_attribute: dict[str, dict[str, int]] = field(default_factory=dict)

    def with_tag(self, tag: str) -> int:
        return self.every if tag in self.words else self.by_tag.get(tag, 0)

    def with_class(self, name: str) -> int:
        return self.every if name in self.words else self.by_class.get(name, 0)

    def with_id(self, name: str) -> int:
        return self.every if name in self.words else self.by_id.get(name, 0)

    def changes(self, attribute: str) -> bool:
        return attribute in ALWAYS_CHANGING or attribute in self.words


def shapes_of(tags: Iterable[str], ids: frozenset[str], attributes: frozenset[str], words: frozenset[str]) -> Shapes:
    """Of all start tags; `ids` and `attributes` are those that a style sheet asks for, the others tell nothing."""
    shapes: set[Shape] = set()
    for tag in tags:
        found = attributes_of(tag)
        name = NAME.match(tag)
        assert name is not None
        of_interest = frozenset((key, value) for key, value in found.items() if key in attributes)
        wanted = found.get("id", "")
        shapes.add(
            Shape(
                name[1].lower(),
                frozenset(found.get("class", "").split()),
                wanted if wanted in ids else "",
                of_interest,
            )
        )
    return indexed(shapes, words)


def indexed(shapes: Iterable[Shape], words: frozenset[str]) -> Shapes:
    result = Shapes(words)
    for number, shape in enumerate(shapes):
        bit = 1 << number
        result.every |= bit
        result.by_tag[shape.tag] = result.by_tag.get(shape.tag, 0) | bit
        result.by_id[shape.id] = result.by_id.get(shape.id, 0) | bit
        for name in shape.classes:
            result.by_class[name] = result.by_class.get(name, 0) | bit
        for key, value in shape.attributes:
            values = result.by_attribute.setdefault(key, {})
            values[value] = values.get(value, 0) | bit
    return result
