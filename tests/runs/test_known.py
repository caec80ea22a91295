"""What is known of an example: runs on this Python, and on those that have run the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runs.contract import read_contract
from runs.known import known_of
from runs.python import python_at, this_python
from runs.store import Job, Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example

FORK = 'start-methods = ["fork"]'


def record(store: Store, example: Example, executable: str) -> str:
    """Runs `example` on the Python of that file, and notes its version."""
    python = python_at(executable)
    for job in jobs_of(example, python):
        store.run(job)
    store.note_pythons([python.version])
    return python.version


def test_the_newest_python_is_shown(
    tmp_path: Path, write_example: Callable[..., Example], stand_in: Callable[..., str]
) -> None:
    example, store = write_example("print(1)\n", "1\n", settings=FORK), Store(tmp_path / "records")
    for version in ("3.100.0", "3.9.1"):
        record(store, example, stand_in(version))
    known = known_of(store, example, read_contract(example.contract_file))
    assert list(known.runs) == ["3.9.1", this_python().version, "3.100.0"]
    assert [run.python for run in known.shown] == ["3.100.0"]
    assert known.problems == {version: [] for version in known.runs}
    assert all(file.exists() for file in known.files)


def test_a_python_that_did_not_run_this_example_is_not_known(
    tmp_path: Path, write_example: Callable[..., Example], stand_in: Callable[..., str]
) -> None:
    example, store = write_example("print(1)\n", "1\n", settings=FORK), Store(tmp_path / "records")
    record(store, example, stand_in("3.100.0"))
    changed = write_example("print(1) \n", "1\n", settings=FORK)
    assert list(known_of(store, changed, read_contract(changed.contract_file)).runs) == [this_python().version]


def test_an_example_for_newer_pythons_is_known_of_those_only(
    tmp_path: Path, write_example: Callable[..., Example], stand_in: Callable[..., str]
) -> None:
    example = write_example("print(1)\n", "1\n", settings=FORK, table='requires-python = ">=3.99"')
    store = Store(tmp_path / "records")
    contract = read_contract(example.contract_file)
    assert known_of(store, example, contract).shown == []
    record(store, example, stand_in("3.100.0"))
    assert list(known_of(store, example, contract).runs) == ["3.100.0"]
    assert store.load(Job(example, "fork")) is None


def test_a_contract_broken_on_another_python_is_told(
    tmp_path: Path, write_example: Callable[..., Example], stand_in: Callable[..., str]
) -> None:
    example, store = write_example("print(1)\n", "1\n", settings=FORK), Store(tmp_path / "records")
    record(store, example, stand_in("3.100.0"))
    record(store, example, stand_in("3.101.0"))
    example.contract_file.write_text("2\n")
    known = known_of(store, example, read_contract(example.contract_file))
    assert len(known.runs) == 3
    for version, (problem,) in known.problems.items():
        assert problem.text.split("\n")[0].split()[4] == f"{version}:"
