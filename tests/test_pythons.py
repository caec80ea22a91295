"""Every example keeps its contract on every Python that the variable PYTHONS names (paths, separated by spaces)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from runs import EXAMPLES
from runs.check import problems, runs_here
from runs.contract import read_contract
from runs.example import find_examples, read_example
from runs.python import Python, python_at
from runs.store import Job, Store
from runs.together import run_all

if TYPE_CHECKING:
    from runs.errors import Problem

pytestmark = pytest.mark.slow

PYTHONS = [python_at(executable) for executable in os.environ.get("PYTHONS", "").split()]
EVERY = [read_example(EXAMPLES, name) for name in find_examples(EXAMPLES)]


def jobs_on(python: Python) -> list[Job]:
    """One run of each example under each of its start methods; none of those that this Python is too old for."""
    able = [example for example in EVERY if runs_here(example, python.version)]
    return [Job(example, method, 0, python) for example in able for method in example.header.start_methods]


@pytest.mark.skipif(not PYTHONS, reason="PYTHONS names no interpreter: make pythons PYTHONS='/path/to/python3.15 ...'")
def test_interpreters_are_named() -> None:
    """Without this a forgotten variable would look like success."""
    assert len({python.version for python in PYTHONS}) == len(PYTHONS)


@pytest.mark.timeout(1800)  # all examples of one Python in one test
@pytest.mark.parametrize("python", PYTHONS, ids=lambda python: python.version)
def test_all_examples_keep_their_contracts(tmp_path_factory: pytest.TempPathFactory, python: Python) -> None:
    store = Store(tmp_path_factory.mktemp("runs"))
    jobs = jobs_on(python)
    run_all(store, jobs)
    broken: list[Problem] = []
    for job in jobs:
        run = store.load(job)
        assert run is not None
        assert run.python == python.version
        broken += problems(job.example, read_contract(job.example.contract_file), run)
    assert not broken, "\n".join(map(str, broken))
