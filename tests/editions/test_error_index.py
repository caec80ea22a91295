"""Whatever error a contract promises by name can be found in the index of errors."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from book.errors import claims_of
from runs import EXAMPLES, ROOT
from runs.contract import ELLIPSIS, line_matches, read_contract
from runs.example import find_examples

# The name of an exception or a warning at the start of a line, or after a space, with its text.
PROMISED = re.compile(
    r"(?:^|\s)(?:\w+\.)*((?=[A-Z])\w*(?:Error|Exception|Warning|Interrupt|Empty|Full|BrokenProcessPool)(?:: .*)?$)"
)
CLAIMED = re.compile(r"^```\{error\} (\S+)\n(?::python: [^\n]*\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)
MODULE = re.compile(r"^(?:\w+\.)+(?=[A-Z])")

# Errors that say nothing of multiprocessing: the script raises them to show what becomes of any error.
ON_PURPOSE = {
    "ValueError: invalid literal for int() with base 10: 'ten'",
    "ValueError: no such order",
    "ValueError: only 100 left",
    "ValueError: row 2 is broken",
    "ZeroDivisionError: ...",
    "ZeroDivisionError: division by zero",
    "FileNotFoundError: [Errno 2] No such file or directory: 'no-table-here.txt'",
    "FileNotFoundError: no table here",
    "FileNotFoundError: no-table-here.txt",
    "OverflowError: 9223372036854775808 does not fit",
    "TypeError: not a queue of processes: list",
}
# Lines that say of a name whether it came, and scripts that print the name only; the text is that of another script.
NO_TEXT = {
    "AttributeError: False",
    "AttributeError: True",
    "RuntimeError: False",
    "RuntimeError: True",
    "FileNotFoundError",
    "PicklingError",
    "RuntimeError",
    "TimeoutError",
    "AssertionError",
}


class Claim(NamedTuple):
    """A text that the index has, by its lines, and the script that prints it."""

    example: str
    lines: list[str]


def claims(text: str) -> list[Claim]:
    return [
        Claim(example, [MODULE.sub("", line) for line in lines if line != ELLIPSIS])
        for example, content in CLAIMED.findall(text)
        for lines in claims_of(content.splitlines())
    ]


def promised(lines: list[str]) -> set[str]:
    """The errors in lines of a contract."""
    return {match[1].strip() for line in lines if (match := PROMISED.search(line))}


def is_claimed(error: str, example: str, index: list[Claim]) -> bool:
    """Whether the index has the error. A promise that leaves more open than the index is held against its script's."""
    return any(
        any(line_matches(line, error) for line in claim.lines)
        or (claim.example == example and line_matches(error, " ".join(claim.lines)))
        for claim in index
    )


INDEX = claims((ROOT / "docs/en/error-index/index.md").read_text(encoding="utf-8"))
EXAMPLES_AND_ERRORS = [
    (name, error)
    for name in find_examples(EXAMPLES)
    for error in sorted(
        promised(
            [line for block in read_contract((EXAMPLES / name).with_suffix(".out")).blocks for line in block.lines]
        )
    )
]


def test_every_error_that_a_contract_promises_is_in_the_index() -> None:
    missing = [
        f"{name}: {error}"
        for name, error in EXAMPLES_AND_ERRORS
        if error not in ON_PURPOSE | NO_TEXT and not is_claimed(error, name, INDEX)
    ]
    assert not missing, "add them to docs/*/error-index/index.md, or say here why not:\n" + "\n".join(missing)


def test_no_exception_is_left_over() -> None:
    """What no contract promises any more, or what the index has by now, needs no exception."""
    needed = {error for name, error in EXAMPLES_AND_ERRORS if not is_claimed(error, name, INDEX)}
    assert sorted((ON_PURPOSE | NO_TEXT) - needed) == []


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("ValueError: too late", "ValueError: too late"),
        ("_queue.Empty", "Empty"),
        ("get(): TypeError: ...", "TypeError: ..."),
        ("a ValueError is printed", None),
        ("MyError()", None),
    ],
)
def test_an_error_in_a_contract_is_found(line: str, error: str | None) -> None:
    assert promised([line]) == ({error} if error else set())


def test_an_error_that_the_index_lacks_is_found() -> None:
    index = claims("```{error} x/y.py\n_x.ValueError:\n  too late\n\nKeyError: ...\n```\n")
    assert is_claimed("KeyError: 7", "x/other.py", index)
    assert is_claimed("ValueError: ...", "x/y.py", index)
    assert not is_claimed("ValueError: ...", "x/other.py", index)
    assert not is_claimed("ValueError: too early", "x/y.py", index)
