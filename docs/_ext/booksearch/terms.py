"""Words that mean the same: those of the glossary in both languages, and what readers say instead.

`docs/search-terms.tsv` has a group of words on each line, with `|` between them. With one column all of them mean the
same; with a second one, whoever says what stands in the first is also looking for what stands in the second.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ["said", "meant"]


class TermError(SphinxError):
    """A file of terms cannot be read; the message says where and why."""

    category = "Search terms"


class Group(NamedTuple):
    """Who types one of `said` is looking for that and for all of `meant`."""

    said: tuple[str, ...]
    meant: tuple[str, ...]


def read_terms(file: Path) -> list[Group]:
    """The groups of a file of terms. Raises TermError, with the line, for one that says nothing or is malformed."""
    groups: list[Group] = []
    seen: dict[str, int] = {}
    for number, cells in rows(file):
        if number == 1:
            if cells != HEADER:
                raise TermError(f"{file.name}:1: the first line must be '{HEADER[0]}<TAB>{HEADER[1]}'")
            continue
        group = read_group(file, number, cells)
        for word in group.said:
            if (first := seen.setdefault(word.lower(), number)) != number:
                raise TermError(f"{file.name}:{number}: '{word}' stands in line {first} already")
        groups.append(group)
    return groups


def rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines that say something, with their numbers, cut at tabs."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TermError(f"{file.name}:1: cannot be read: {error}") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def read_group(file: Path, number: int, cells: list[str]) -> Group:
    if len(cells) > 2:
        raise TermError(f"{file.name}:{number}: there are {len(cells)} columns, and not one or two")
    said, *meant = (tuple(word.strip() for word in cell.split("|")) for cell in cells if cell.strip())
    for words in (said, *meant):
        if "" in words:
            raise TermError(f"{file.name}:{number}: there is nothing between two '|', or beside one")
    if not meant and len(said) < 2:
        raise TermError(f"{file.name}:{number}: '{said[0]}' means nothing else: add a word, or a second column")
    return Group(said, meant[0] if meant else said)


def read_glossary(file: Path) -> list[Group]:
    """What the glossary calls a thing in both languages, and the other words for it. Raises TermError."""
    lines = dict(rows(file)) if file.exists() else {}
    groups = []
    for line in csv.DictReader(("\t".join(cells) for cells in lines.values()), delimiter="\t"):
        try:
            words = [line["English"], line["Chinese"], *line["not"].split("|")]
        except (KeyError, AttributeError):
            raise TermError(f"{file.name}:1: the columns must be English, Chinese, not, note") from None
        said = tuple(dict.fromkeys(filter(None, (word.strip() for word in words))))
        if len(said) > 1:
            groups.append(Group(said, said))
    return groups
