"""Words that mean the same: those of the glossary in both languages, and what readers say instead.

`docs/search-terms.tsv` has a group of words on each line, with `|` between them. With one column all of them mean the
same; with a second one, whoever says what stands in the first is also looking for what stands in the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ["said", "meant"]
GLOSSARY_HEADER = ["English", "Chinese", "not", "note"]


class Group(NamedTuple):
    """Who types one of `said` is looking for that and for all of `meant`."""

    said: tuple[str, ...]
    meant: tuple[str, ...]


class Problem(NamedTuple):
    """What is wrong with a 1-based line of a file of terms, and how to mend it."""

    line: int
    text: str


class TermError(ValueError):
    """A line cannot be read; the message says why."""


def read_terms(file: Path) -> tuple[list[Group], list[Problem]]:
    """The groups of a file of terms, and what is wrong with its other lines; both empty if there is no such file."""
    groups: list[Group] = []
    problems: list[Problem] = []
    lines_of: dict[str, int] = {}
    for number, cells in rows(file, HEADER, problems):
        try:
            group = read_group(cells)
            for word in group.said:
                if (first := lines_of.setdefault(word.lower(), number)) != number:
                    raise TermError(f"'{word}' is said in line {first} already: put all that it means there")
            groups.append(group)
        except TermError as error:
            problems.append(Problem(number, str(error)))
    return groups, problems


def read_group(cells: list[str]) -> Group:
    """One or two columns. Raises TermError for a line that has others, or that says nothing."""
    if len(cells) > 2:
        raise TermError(f"there are {len(cells)} columns, and not one or two")
    said, *meant = (tuple(word.strip() for word in cell.split("|")) for cell in cells)
    if any("" in words for words in (said, *meant)):
        raise TermError("a word is missing beside a '|' or a tab")
    if not meant and len(said) < 2:
        raise TermError(f"'{said[0]}' means nothing else: add a word after '|', or a second column")
    return Group(said, meant[0] if meant else said)


def read_glossary(file: Path) -> tuple[list[Group], list[Problem]]:
    """Of each line of the table of terms all names in one group; both empty if there is no such file."""
    groups: list[Group] = []
    problems: list[Problem] = []
    for _, cells in rows(file, GLOSSARY_HEADER, problems):
        english, chinese, others, *_ = [*cells, "", "", ""]
        words = (word.strip() for word in (english, chinese, *others.split("|")))
        if len(said := tuple(dict.fromkeys(filter(None, words)))) > 1:
            groups.append(Group(said, said))
    return groups, problems


def rows(file: Path, header: list[str], problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The lines below the header that say something, with their numbers, cut at tabs; a `#` begins a comment."""
    if not file.exists():
        return
    try:
        first, *lines = file.read_text(encoding="utf-8").splitlines() or [""]
    except UnicodeDecodeError as error:
        problems.append(Problem(1, f"the file is not UTF-8: {error}"))
        return
    if first.split("\t") != header:
        problems.append(Problem(1, f"the first line must be, with tabs between them: {' '.join(header)}"))
    for number, line in enumerate(lines, 2):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")
