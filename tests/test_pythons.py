"""On every Python that has run the book, every example has run, and kept its contract."""

from __future__ import annotations

import pytest

from runs import EXAMPLES, RECORDS
from runs.check import problems, runs_here
from runs.contract import read_contract
from runs.example import find_examples, read_example
from runs.python import Python
from runs.store import Store, jobs_of

STORE = Store(RECORDS)


@pytest.mark.skipif(not STORE.pythons(), reason="no other Python has run the book here: make matrix")
def test_all_examples_have_run_and_keep_their_contracts() -> None:
    broken = []
    for name in find_examples(EXAMPLES):
        example = read_example(EXAMPLES, name)
        contract = read_contract(example.contract_file)
        for version in STORE.pythons():
            jobs = jobs_of(example, Python("", version, "")) if runs_here(example, version) else []
            for job in (job for job in jobs if job.attempt == 0):
                run = STORE.load(job)
                if run is None:
                    broken.append(f"{name} has not run on {version} under {job.start_method}: make matrix")
                else:
                    broken += map(str, problems(example, contract, run))
    assert not broken, "\n".join(broken)
