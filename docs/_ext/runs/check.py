"""Did a run keep its example's contract, and if not, what is to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract import STREAMS, difference, keeps
from .errors import Problem
from .python import version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .contract import Contract
    from .example import Example
    from .run import Run


def runs_here(example: Example, python: str) -> bool:
    """Whether `python` (a version such as 3.14.8) is as the example requires."""
    return example.header.requires_python.contains(version_of(python), prereleases=True)


def problems(example: Example, contract: Contract, run: Run) -> Iterator[Problem]:
    """Everything in which `run` breaks the contract; nothing if it keeps it."""
    where = f"under {run.start_method} on Python {run.python}"
    if run.ending == "time limit":
        text = (
            f"{where}: not ended after {example.header.time_limit:g} s, killed; its processes were here:\n{run.stacks}"
        )
        yield Problem(example.file, 1, text)
        return
    if run.ending == "output limit":
        size = max(len(run.stdout.encode()), len(run.stderr.encode()))
        yield Problem(example.file, 1, f"{where}: printed too much; killed, and the output cut after {size} bytes")
        return
    for stream in run.undecodable:
        yield Problem(example.file, 1, f"{where}: {stream} is not valid UTF-8 (bad bytes are shown as \\xNN)")
    if run.left_behind:
        left = "\n".join(run.left_behind)
        yield Problem(example.file, 1, f"{where}: the script ended, but left behind (killed now):\n{left}")
    yield from exit_code_problems(example, run, where)
    for stream in STREAMS:
        blocks, output = contract.part(stream, run.start_method), run.printed(stream)
        if not keeps(blocks, output):
            line = blocks[0].line if blocks else 1
            text = f"{where}: {stream} breaks the contract\n{difference(blocks, output)}"
            yield Problem(example.contract_file, line, text)


def exit_code_problems(example: Example, run: Run, where: str) -> Iterator[Problem]:
    """The exit code is part of the promise, on both sides."""
    expected = example.header.exit_code
    if run.exit_code == expected:
        return
    if run.exit_code == 0:
        text = f"{where}: should fail with exit code {expected}, but no longer fails"
    else:
        text = f"{where}: ended with exit code {run.exit_code}, not {expected}\n{run.stderr}".rstrip()
    yield Problem(example.file, 1, text)
