"""In what the outputs of several runs differ: between start methods, between Pythons, and from run to run."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .contract import ELLIPSIS, STREAMS, paired

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .contract import Block, Contract
    from .run import Run

NUMBER = re.compile(r"0x[0-9a-f]+|\d+(?:\.\d+)?")
ERROR = re.compile(r"\w*(Error|Exception|Warning|Interrupt|Empty|Full)\b")


class Span(NamedTuple):
    """A part of one printed line: the index of the line, and the columns from `start` to `end`."""

    line: int
    start: int
    end: int


def mask(line: str) -> str:
    """A line without what is another number at each run: pids, times, addresses."""
    return NUMBER.sub("#", line)


def essence(output: str) -> Counter[str]:
    """The lines of an output in no order, without numbers and without the frames of tracebacks."""
    return Counter(mask(line) for line in output.splitlines() if not line.startswith(" "))


def is_same_by_contract(contract: Contract, one: Run, other: Run) -> bool:
    """Whether two start methods are promised the same, and printed the same where the promise leaves it open."""
    for stream in STREAMS:
        here, there = (lines_of(contract.part(stream, run.start_method)) for run in (one, other))
        if here != there:
            return False
        if ELLIPSIS in here and essence(one.printed(stream)) != essence(other.printed(stream)):
            return False
    return True


def lines_of(blocks: Iterable[Block]) -> list[str]:
    """The promised lines of several blocks, one after another."""
    return [line for block in blocks for line in block.lines]


def lines_not_in(output: str, other: str, *, any_order: bool = False) -> set[int]:
    """The indices of those lines of `output` that `other` does not have, or has elsewhere, numbers aside."""
    here, there = ([mask(line) for line in text.splitlines()] for text in (output, other))
    if any_order:
        return {index for index, line in enumerate(here) if here[: index + 1].count(line) > there.count(line)}
    matcher = SequenceMatcher(None, there, here, autojunk=False)
    return {line for tag, _, _, start, end in matcher.get_opcodes() if tag != "equal" for line in range(start, end)}


def varying(blocks: Sequence[Block], output: str, others: Iterable[str]) -> list[Span]:
    """What the contract leaves open in `output`, and what was really something else in one of the `others`."""
    here = open_parts(blocks, output)
    elsewhere = [open_parts(blocks, other) for other in others]
    found = []
    for place, spans in here.items():
        for number, (span, text) in enumerate(spans):
            texts = {parts[place][number][1] for parts in elsewhere if place in parts}
            if span.start < span.end and texts - {text}:
                found.append(span)
    return sorted(found)


def open_parts(blocks: Sequence[Block], output: str) -> dict[int, list[tuple[Span, str]]]:
    """By the index of a promised line: where each of its `...` stands in the printed line, and what is there."""
    printed = output.splitlines()
    found = {}
    for place, (want, line) in enumerate(pairs_in_place(blocks, printed)):
        if line >= 0 and ELLIPSIS in want and (match := groups_of(want).fullmatch(printed[line])):
            spans = (Span(line, *match.span(number)) for number in range(1, len(match.groups()) + 1))
            found[place] = [(span, printed[line][span.start : span.end]) for span in spans]
    return found


def pairs_in_place(blocks: Sequence[Block], printed: Sequence[str]) -> list[tuple[str, int]]:
    """Every promised line, in the order of the contract, with the index of the printed line that it fits, or -1."""
    pairs: list[tuple[str, int]] = []
    taken: set[int] = set()
    for block in blocks:
        by_line: dict[str, list[int]] = {}
        for want, line in paired([block], [text if index not in taken else "\0" for index, text in enumerate(printed)]):
            by_line.setdefault(want, []).append(line)
            taken.add(line)
        pairs += [(want, by_line[want].pop(0)) for want in block.lines]
    return pairs


@cache
def groups_of(want: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in want.split(ELLIPSIS)))


def errors_by_version(blocks: Sequence[Block], outputs: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Error texts that the contract leaves open and that differ between versions: each text with its versions."""
    texts: dict[int, dict[str, list[str]]] = {}
    for version, output in outputs.items():
        printed = output.splitlines()
        for place, (want, line) in enumerate(pairs_in_place(blocks, printed)):
            if line >= 0 and want != ELLIPSIS and ELLIPSIS in want and ERROR.search(printed[line]):
                known = texts.setdefault(place, {})
                text = next((text for text in known if mask(text) == mask(printed[line])), printed[line])
                known.setdefault(text, []).append(version)
    found = [row for by_text in texts.values() if len(by_text) > 1 for row in by_text.items()]
    return [row for number, row in enumerate(found) if row not in found[:number]]
