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

import difflib
import doctest
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from .errors import ExampleError
from .header import START_METHODS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ELLIPSIS = "..."
MARK = "#:"
CHECKER = doctest.OutputChecker()
FLAGS = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1 | doctest.DONT_ACCEPT_BLANKLINE

Stream = Literal["stdout", "stderr"]


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
    stream: Stream = "stdout"
    any_order = False
    methods: tuple[str, ...] = START_METHODS
    blocks: list[Block] = []
    pending: list[str] = []

    def close(line: int) -> None:
        if pending:
            blocks.append(Block(stream, any_order, methods, line - len(pending), tuple(pending)))
            pending.clear()

    for number, line in enumerate(lines, 1):
        if not line.startswith(MARK):
            pending.append(line)
            continue
        close(number)
        match line.removeprefix(MARK).replace(",", " ").split():
            case ["any", "order"]:
                any_order = True
            case ["in", "order"]:
                any_order = False
            case ["stdout" | "stderr" as name]:
                stream, any_order = ("stdout" if name == "stdout" else "stderr"), False
            case ["under", "all"]:
                methods = START_METHODS
            case ["under", *names] if names and set(names) <= set(START_METHODS):
                methods = tuple(names)
            case _:
                known = "any order, in order, stdout, stderr, under all, or under and names of start methods"
                raise ExampleError(file, number, f"cannot read '{line}'; after '{MARK}' there may be: {known}")
    close(len(lines) + 1)
    return Contract(tuple(blocks))


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
        least = line + sum(want != ELLIPSIS for want in head.lines)
        most = len(got) if ELLIPSIS in head.lines else least
        return any(
            each_has_its_own(head.lines, got[line:after]) and from_here(item + 1, after)
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
    """Whether every wanted line can be given a line of its own (Kuhn's matching); a `...` line takes the rest."""
    lines = [want for want in wanted if want != ELLIPSIS]
    if len(lines) > len(got) or (len(lines) < len(got) and ELLIPSIS not in wanted):
        return False

    def give(want: int, tried: set[int]) -> bool:
        for index, line in enumerate(got):
            if index not in tried and line_matches(lines[want], line):
                tried.add(index)
                if index not in taken or give(taken[index], tried):
                    taken[index] = want
                    return True
        return False

    taken: dict[int, int] = {}
    return all(give(want, set()) for want in range(len(lines)))


@lru_cache(maxsize=100_000)
def line_matches(want: str, got: str) -> bool:
    """Whether one line is the wanted one; `...` in it stands for any text."""
    return CHECKER.check_output(f"{want}\n", f"{got}\n", FLAGS)


def difference(blocks: Sequence[Block], output: str) -> str:
    """A diff from the promise to the output, in which lines that match by `...` count as equal."""
    got = output.splitlines()
    free = list(got)
    promised: list[str] = []
    for block in blocks:
        found = []
        for want in block.lines:
            line = next((line for line in free if want != ELLIPSIS and line_matches(want, line)), None)
            if line is not None:
                free.remove(line)
            found.append(want if line is None else line)
        promised += sorted(found, key=lambda line: got.index(line) if line in got else len(got)) if block.any_order else found
    lines = difflib.unified_diff(promised, got, "promised", "printed", lineterm="", n=2)
    return "\n".join(shorten(line) for line in list(lines)[:60])


def shorten(line: str, width: int = 160) -> str:
    return line if len(line) <= width else f"{line[:width]} [{len(line) - width} more]"
