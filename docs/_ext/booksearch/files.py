"""The two files that a page loads to search: titles and names, and later the text.

They are scripts, since a page that is opened from disk may load a script and nothing else.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .sounds import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from .terms import Group
    from .units import Unit

TITLES, TEXT = "search-titles.js", "search-text.js"
BREAKS = {"</": "<\\/", "\u2028": "\\u2028", "\u2029": "\\u2029"}  # which a script cannot have in a string


@dataclass(frozen=True)
class Page:
    """A page's address, seen from the root of the edition, its units, and the number of the page that it belongs to: of
    the chapter for a page of a chapter, and -1 for others."""

    url: str
    units: Sequence[Unit]
    chapter: int = -1


def titles(pages: Sequence[Page], groups: Sequence[Group], edition: str) -> dict[str, Any]:
    """What is small. Of each page its address, its chapter, and its units but the examples as [kind, parent, label,
    title, names, names of the library]; `parent` counts within the page. A group of terms that all mean the same is one
    list, another one is two. `sounds` are the characters of the Chinese ones that sound alike, where Chinese is typed.
    """
    homes = homes_of(pages)
    found = []
    for number, page in enumerate(pages):
        units = []
        for unit, parent in sections_of(page):
            api = [name for name in dict.fromkeys(unit.api) if homes[name] == (number, unit.label)]
            units.append([unit.kind, parent, unit.label, unit.title, unit.names, api])
        found.append([page.url, page.chapter, units])
    terms = [[group.said] if group.said == group.meant else [group.said, group.meant] for group in groups]
    said = [word for group in groups for word in group.said]
    return {"edition": edition, "pages": found, "terms": terms, "sounds": alike(said) if edition == "zh" else []}


def text(
    pages: Sequence[Page], twin: Mapping[str, Sequence[str]], asked: Mapping[str, Sequence[str]]
) -> list[tuple[list[Any], list[Any]]]:
    """What is large. Of each page, in the same order, its units as [longer names and those of the twin, text, code,
    what readers ask, if anything], and its examples as [parent, label, title, names, longer names, code].
    """
    return [
        (
            [
                [
                    [*unit.also, *twin.get(unit.label, ())],
                    lines(unit.text),
                    lines(unit.code),
                    *([asked[unit.label]] if unit.label in asked else []),
                ]
                for unit, _ in sections_of(page)
            ],
            [
                [parent, unit.label, unit.title, unit.names, unit.also, lines(unit.code)]
                for unit, parent in examples_of(page)
            ],
        )
        for page in pages
    ]


def lines(texts: Sequence[str]) -> str:
    return "\n".join(texts)


def sections_of(page: Page) -> Iterator[tuple[Unit, int]]:
    """All units but examples, each with the place of its parent among them."""
    places = {-1: -1}
    for number, unit in enumerate(page.units):
        if unit.kind != "example":
            places[number] = len(places) - 1
            yield unit, places[unit.parent]


def examples_of(page: Page) -> Iterator[tuple[Unit, int]]:
    """The examples, each with the place of its section among what `sections_of` gives."""
    sections = [number for number, unit in enumerate(page.units) if unit.kind != "example"]
    for unit in page.units:
        if unit.kind == "example":
            yield unit, sections.index(unit.parent)


def homes_of(pages: Sequence[Page]) -> dict[str, tuple[int, str]]:
    """Where each name of Python's library is at home, as the page's number and the unit's label.

    That is the section which the index, its label, or its title says to be about the name, or else the first link.
    """
    best: dict[str, tuple[int, int, str]] = {}
    for number, page in enumerate(pages):
        for unit in page.units:
            for name in unit.api:
                rank = -closeness(name, unit, page.units[0].title)
                if name not in best or rank < best[name][0]:
                    best[name] = (rank, number, unit.label)
    return {name: (number, label) for name, (_, number, label) in best.items()}


def closeness(name: str, unit: Unit, page_title: str) -> int:
    """How much a unit is about a name such as `multiprocessing.pool.Pool.map`."""
    *_, owner, last = ["", *name.split(".")]
    words = {word for text in unit.names for word in text.replace("()", "").split()}
    in_index = 6 * (last in words) + 2 * (last in words and owner in words)
    in_label = 3 * (is_named(last.lower(), unit.label.replace("-", " ")))
    return in_index + in_label + 2 * is_named(last, unit.title) + 2 * is_named(last, page_title)


def is_named(name: str, title: str) -> bool:
    """Whether a title has the name, as it stands or in words: `Exit codes` has `exitcode`."""
    return bool(re.search(rf"\b{name}\b", title)) or (len(name) > 5 and name in title.lower().replace(" ", ""))


def write(file: Path, name: str, value: object) -> None:
    """Writes `value` as a script that gives it to the search, unless it stands there already."""
    source = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for forbidden, allowed in BREAKS.items():
        source = source.replace(forbidden, allowed)
    script = f"(globalThis.bookSearchData ??= {{}}).{name} = {source};\n"
    if not file.exists() or file.read_text(encoding="utf-8") != script:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script, encoding="utf-8")
