"""Examples and their runs as a page reads them: whatever it reads is noted, so that a change has it read again."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

from runs import LOCK
from runs.contract import Contract, read_contract
from runs.example import Example, read_example
from runs.known import Known, known_of
from runs.store import Store

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def noted_example(env: BuildEnvironment, name: str) -> tuple[Example, Contract]:
    """The example `name` and its contract. Raises ExampleError if one of them is missing or malformed."""
    folder = Path(env.config.book_examples)
    env.note_dependency(folder / name)
    env.note_dependency((folder / name).with_suffix(".out"))
    example = read_example(folder, name)
    contract = read_contract(example.contract_file)
    if example.locked:
        env.note_dependency(LOCK)
    for module in example.modules:
        env.note_dependency(module)
    return example, contract


def noted_runs(env: BuildEnvironment, example: Example, contract: Contract) -> Known:
    """What is known of the example; where there is no record, it is run now. Raises ExampleError if it cannot be."""
    known = known_of(Store(Path(env.config.book_records)), example, contract)
    for file in known.files:
        env.note_dependency(file)
    return known


def anchor_of(name: str) -> str:
    """The anchor of an example on its page: `example-process-hello` for process/process_hello.py."""
    return nodes.make_id(f"example-{PurePosixPath(name).stem}")
