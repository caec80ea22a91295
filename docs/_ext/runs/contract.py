"""A contract: what an example promises to print, whoever runs it.

A contract is the output itself, with `...` for what is not the same everywhere; a line of `...` alone stands for any
number of lines. Lines that begin with `#: ` say how the lines below them are to be read:

    #: any order                  the lines below may come in any order ...
    #: in order                   ... until here
    #: stderr                     the lines below are standard error (which is empty unless a contract says so)
    #: under spawn, forkserver    the lines below hold for these start methods only ...
    #: under all                  ... until here
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from .errors import ExampleError
from .header import START_METHODS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ELLIPSIS = "..."
MARK = "#:"

Stream = Literal["stdout", "stderr"]
STREAMS: tuple[Stream, ...] = ("stdout", "stderr")


@dataclass(frozen=True)
class Block:
    """Lines of one stream that are read in the same way. `line` is the 1-based line of its first in the contract."""

    stream: Stream
    any_order: bool
    start_methods: tuple[str, ...]
    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Contract:
    """The promise of one example."""

    blocks: tuple[Block, ...]

    def part(self, stream: Stream, start_method: str) -> list[Block]:
        """The blocks that hold for `stream` under `start_method`."""
        return [block for block in self.blocks if block.stream == stream and start_method in block.start_methods]

    def order_varies(self, start_method: str) -> bool:
        """Whether lines of standard output may change places."""
        return any(block.any_order and len(block.lines) > 1 for block in self.part("stdout", start_method))


def read_contract(file: Path) -> Contract:
    """Raises ExampleError if `file` is missing or malformed."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        text = "the contract is missing: write here what the script promises to print, with ... for what varies"
        raise ExampleError(file, 1, text) from None
    except UnicodeDecodeError as error:
        raise ExampleError(file, 1, f"the contract is not UTF-8: {error}") from None
    blocks = [Block("stdout", False, START_METHODS, 1, ())]
    for number, line in enumerate(lines, 1):
        if line.startswith(MARK):
            blocks.append(next_block(file, number, line, blocks[-1]))
        else:
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, line))
    return Contract(tuple(block for block in blocks if block.lines))


def next_block(file: Path, number: int, line: str, last: Block) -> Block:
    """The empty block that a `#:` line opens: like the `last` one, but for what the line says."""
    block = replace(last, line=number + 1, lines=())
    match line.removeprefix(MARK).replace(",", " ").split():
        case ["any", "order"]:
            return replace(block, any_order=True)
        case ["in", "order"]:
            return replace(block, any_order=False)
        case ["stdout"]:
            return replace(block, stream="stdout", any_order=False)
        case ["stderr"]:
            return replace(block, stream="stderr", any_order=False)
        case ["under", "all"]:
            return replace(block, start_methods=START_METHODS)
        case ["under", *names] if names and set(names) <= set(START_METHODS):
            return replace(block, start_methods=tuple(names))
    known = "any order, in order, stdout, stderr, under all, or under and names of start methods"
    raise ExampleError(file, number, f"cannot read '{line}'; after '{MARK}' there may be: {known}")


def keeps(blocks: Sequence[Block], output: str) -> bool:
    """Whether `output` is what `blocks` promise."""
    got = output.splitlines()

    @cache
    def from_here(item: int, line: int) -> bool:
        while item < len(items) and isinstance(items[item], str) and items[item] != ELLIPSIS:
            if line == len(got) or not line_matches(str(items[item]), got[line]):
                return False
            item, line = item + 1, line + 1
        if item == len(items):
            return line == len(got)
        head = items[item]
        if isinstance(head, str):
            return any(from_here(item + 1, after) for after in range(line, len(got) + 1))
        if item == len(items) - 1:  # the last takes all that is left
            return each_has_its_own(head.lines, got[line:])
        least = line + sum(want != ELLIPSIS for want in head.lines)
        most = len(got) if ELLIPSIS in head.lines else least
        return any(
            from_here(item + 1, after) and each_has_its_own(head.lines, got[line:after])
            for after in range(least, min(most, len(got)) + 1)
        )

    items = items_of(blocks)
    return from_here(0, 0)


def items_of(blocks: Sequence[Block]) -> list[str | Block]:
    """What is matched one after another: single lines, and whole blocks of any order."""
    items: list[str | Block] = []
    for block in blocks:
        if block.any_order:
            items.append(block)
        else:
            items.extend(block.lines)
    return items


def each_has_its_own(wanted: Sequence[str], got: Sequence[str]) -> bool:
    """Whether every wanted line can be given a printed line of its own; a line of `...` takes the rest."""
    lines = [want for want in wanted if want != ELLIPSIS]
    if len(lines) > len(got) or (len(lines) < len(got) and ELLIPSIS not in wanted):
        return False
    exact = Counter(line for line in lines if ELLIPSIS not in line)  # nothing but the same line fits these
    printed = Counter(got)
    if not exact <= printed:
        return False
    return can_be_matched([line for line in lines if ELLIPSIS in line], list((printed - exact).elements()))


def can_be_matched(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Kuhn's matching: two patterns may fit the same line, so a first choice may have to be taken back."""
    owner: dict[int, str] = {}

    def find_line(pattern: str, tried: set[int]) -> bool:
        for index, line in enumerate(lines):
            if index not in tried and line_matches(pattern, line):
                tried.add(index)
                if index not in owner or find_line(owner[index], tried):
                    owner[index] = pattern
                    return True
        return False

    return all(find_line(pattern, set()) for pattern in patterns)


def line_matches(want: str, got: str) -> bool:
    """Whether one line is the wanted one; `...` in it stands for any text, as in Python's doctest."""
    return want == got or (ELLIPSIS in want and pattern_of(want).fullmatch(got) is not None)


@cache
def pattern_of(want: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in want.split(ELLIPSIS)))


def difference(blocks: Sequence[Block], output: str) -> str:
    """A diff from the promise to the output, in which lines that match by `...` count as equal."""
    from difflib import unified_diff  # noqa: PLC0415  (mostly there is no difference, and it takes time to import)

    got = output.splitlines()
    promised = fill_in(paired(blocks, got), got)
    lines = unified_diff(promised, got, "promised", "printed", lineterm="", n=2)
    return "\n".join(shorten(line) for line in list(lines)[:60])


def paired(blocks: Sequence[Block], got: Sequence[str]) -> list[tuple[str, int]]:
    """Every promised line with the index of the first printed line that fits it, or -1."""
    free = list(range(len(got)))
    pairs: list[tuple[str, int]] = []
    for block in blocks:
        found = []
        for want in block.lines:
            index = next((index for index in free if want != ELLIPSIS and line_matches(want, got[index])), -1)
            if index >= 0:
                free.remove(index)
            found.append((want, index))
        if block.any_order:  # in the order in which they were printed, those that were not at the end
            found.sort(key=lambda pair: (pair[1] < 0, pair[1]))
        pairs += found
    return pairs


def fill_in(pairs: Sequence[tuple[str, int]], got: Sequence[str]) -> list[str]:
    """The promise with the printed text in place of each `...`, so that only what differs differs."""
    promised: list[str] = []
    used = {index for _, index in pairs}
    for number, (want, index) in enumerate(pairs):
        if want != ELLIPSIS:
            promised.append(got[index] if index >= 0 else want)
            continue
        since = max((earlier for _, earlier in pairs[:number]), default=-1)
        until = next((later for _, later in pairs[number + 1 :] if later >= 0), len(got))
        promised += [got[place] for place in range(since + 1, until) if place not in used]
        used.update(range(since + 1, until))
    return promised


def shorten(line: str, width: int = 160) -> str:
    return line if len(line) <= width else f"{line[:width]} [{len(line) - width} more]"
