"""Every example keeps its contract under every start method that it declares."""

from __future__ import annotations

import ast
import sys
from platform import python_version
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from runs import EXAMPLES, RECORDS
from runs.check import problems, runs_here
from runs.contract import read_contract
from runs.example import find_examples, read_example
from runs.store import Job, Store, jobs_of
from runs.together import run_all

if TYPE_CHECKING:
    from pathlib import Path

JOBS = [job for name in find_examples(EXAMPLES) for job in jobs_of(read_example(EXAMPLES, name))]


def name_of(job: Job) -> str:
    attempt = f"-{job.attempt}" if job.example.header.repeat > 1 else ""
    return f"{job.example.name}-{job.start_method}{attempt}"


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> Store:
    """The recorded runs of the examples that this session tests; those that are missing are made, on all cores."""
    tested = {item.callspec.id for item in request.session.items if isinstance(item, pytest.Function) and is_case(item)}
    store = Store(RECORDS)
    wanted = [job for job in JOBS if name_of(job) in tested and runs_here(job.example, python_version())]
    run_all(store, [job for job in wanted if store.load(job) is None])
    return store


def is_case(item: pytest.Function) -> bool:
    return item.originalname == "test_keeps_its_contract"


@pytest.mark.parametrize("job", JOBS, ids=name_of)
def test_keeps_its_contract(store: Store, job: Job) -> None:
    if not runs_here(job.example, python_version()):
        pytest.skip(f"needs Python {job.example.header.requires_python}")
    run = store.recorded(job)  # made again only if its environment could not be made, to tell why
    broken = list(problems(job.example, read_contract(job.example.contract_file), run))
    assert not broken, "\n".join(map(str, broken))


def test_no_contract_is_without_its_script() -> None:
    """A contract left over from a renamed script would promise what nobody runs."""
    alone: list[Path] = [file for file in EXAMPLES.rglob("*.out") if not file.with_suffix(".py").exists()]
    assert alone == []


@pytest.mark.parametrize("name", list(find_examples(EXAMPLES)))
def test_declares_what_it_imports(name: str) -> None:
    """Where the book is built, packages are installed that a reader may lack."""
    example = read_example(EXAMPLES, name)
    declared = {Requirement(dependency).name for dependency in example.header.dependencies}
    local = {file.stem for file in example.modules}
    trees = [ast.parse(file.read_bytes()) for file in (example.file, *example.modules)]
    imported: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            imported.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names - local == declared
