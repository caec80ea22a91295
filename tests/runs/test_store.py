"""Runs are kept on disk by their content, whole or not at all."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import runs
import runs.runner
from runs.example import read_example
from runs.python import Python, this_python
from runs.run import Run
from runs.store import Job, Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from runs.example import Example

RUN = Run(
    python="3.14.8",
    start_method="fork",
    stdout="三\r\n\\xff\0\n",
    stderr='"quoted"\u2028',
    exit_code=-9,
    seconds=0.125,
    ending="time limit",
    undecodable=("stdout",),
    left_behind=("process 1", "process 2"),
    stacks="here\n",
)

WRITER = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(runs.__file__).parents[1])!r})
from runs.example import read_example
from runs.run import Run
from runs.store import Job, Store
examples, records, letter = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
job = Job(read_example(examples, "x/shown.py"), "fork")
run = Run("3.14.8", "fork", letter * 300_000, "", 0, 0.1)
"""

FOR_EVER = """
for attempt in range(1_000_000):
    Store(records).save(Job(job.example, "fork", attempt % 20), run)
    print(flush=True)
"""

FIFTY_TIMES = """
sys.stdin.read(1)
for _ in range(50):
    Store(records).save(job, run)
"""

DISK_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # the kernel kills the writer in the middle of a file
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
Store(records).save(job, run)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "records")


@pytest.fixture
def job(write_example: Callable[..., Example]) -> Job:
    return Job(write_example("print(1)\n", "1\n"), "fork")


@pytest.fixture
def start(examples: Path, store: Store) -> Callable[[str, str], subprocess.Popen[str]]:
    """Starts another process that saves records."""

    def start(what: str, letter: str = "x") -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WRITER + what, str(examples), str(store.folder), letter]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    return start


def files(store: Store) -> list[Path]:
    return sorted(file for file in store.folder.rglob("*") if file.is_file())


def test_a_saved_run_is_loaded_as_it_was(store: Store, job: Job) -> None:
    assert store.load(job) is None
    store.save(job, RUN)
    assert store.load(job) == RUN
    store.save(job, replace(RUN, stdout="other"))
    assert store.load(job) == replace(RUN, stdout="other")


def test_a_record_stands_in_a_folder_named_like_its_example(store: Store, job: Job) -> None:
    store.save(job, RUN)
    assert [file.parent for file in files(store)] == [store.folder / "x" / "shown"]
    assert files(store)[0].suffix == ".json"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "null",
        lambda text: "[]",
        lambda text: "{}",
        lambda text: '"text"',
        lambda text: text.replace('"stdout"', '"output"', 1),
        lambda text: json.dumps({**json.loads(text), "more": 1}),
        lambda text: json.dumps({**json.loads(text), "left_behind": None}),
        lambda text: json.dumps({**json.loads(text), "stdout": None}),
    ],
    ids=["cut", "empty", "null", "list", "no fields", "text", "renamed", "one more", "no tuple", "no text"],
)
def test_a_damaged_record_counts_as_none(store: Store, job: Job, damage: Callable[[str], str]) -> None:
    store.save(job, RUN)
    file = store.path(job)
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert store.load(job) is None
    store.save(job, RUN)
    assert store.load(job) == RUN


def test_a_record_that_is_not_utf_8_counts_as_none(store: Store, job: Job) -> None:
    store.save(job, RUN)
    store.path(job).write_bytes(b"\xff")
    assert store.load(job) is None


def test_the_key_changes_with_the_job(store: Store, job: Job) -> None:
    others = [Job(job.example, "spawn"), Job(job.example, "fork", 1), Job(job.example, "spawn", 1)]
    assert len({store.path(each) for each in (job, *others)}) == 4
    assert store.path(Job(job.example, "fork")) == store.path(job)


def test_the_key_changes_with_the_script_and_its_modules(
    store: Store, examples: Path, write_example: Callable[..., Example]
) -> None:
    module = examples / "x" / "_shared.py"
    module.write_text("A = 1\n")
    paths = {store.path(Job(write_example("import _shared\n"), "fork"))}
    paths.add(store.path(Job(write_example("import _shared  # again\n"), "fork")))
    module.write_text("A = 2\n")
    paths.add(store.path(Job(read_example(examples, "x/shown.py"), "fork")))
    assert len(paths) == 3


def test_the_key_changes_with_python_and_the_format(store: Store, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = {store.path(job)}
    newer = replace(job.python, version="3.99.0")
    paths.add(store.path(replace(job, python=newer)))
    monkeypatch.setattr(runs.store, "FORMAT", -1)
    paths.add(store.path(job))
    assert len(paths) == 3


def test_the_key_does_not_change_with_the_contract(store: Store, write_example: Callable[..., Example]) -> None:
    before = store.path(Job(write_example("print(1)\n", "1\n"), "fork"))
    assert store.path(Job(write_example("print(1)\n", "2\n"), "fork")) == before


def test_a_writer_killed_in_the_middle_of_a_record_leaves_none(
    store: Store, job: Job, start: Callable[..., subprocess.Popen[str]]
) -> None:
    with start(DISK_FULL) as writer:
        writer.communicate(timeout=60)
    assert writer.returncode == -signal.SIGXFSZ
    assert files(store), "the writer did not come as far as the file"
    assert store.load(job) is None
    assert [file for file in files(store) if file.suffix == ".json"] == []


@pytest.mark.usefixtures("job")
def test_a_killed_writer_leaves_whole_records_only(store: Store, start: Callable[..., subprocess.Popen[str]]) -> None:
    with start(FOR_EVER) as writer:
        assert writer.stdout
        for _ in range(25):
            assert writer.stdout.readline()
        writer.kill()
    records = [file for file in files(store) if file.suffix == ".json"]
    assert len(records) == 20
    assert all(Run.from_json(file.read_text(encoding="utf-8")).stdout == "x" * 300_000 for file in records)


def test_an_unfinished_file_is_never_taken_for_a_record(
    store: Store, job: Job, start: Callable[..., subprocess.Popen[str]]
) -> None:
    with start(DISK_FULL) as writer:
        writer.communicate(timeout=60)
    store.save(job, RUN)
    assert store.load(job) == RUN
    assert list(store.folder.rglob("*.json")) == [store.path(job)]


def test_a_reader_beside_two_writers_finds_whole_records_only(
    store: Store, job: Job, start: Callable[..., subprocess.Popen[str]]
) -> None:
    store.save(job, replace(RUN, stdout="a" * 300_000))
    with start(FIFTY_TIMES, "a") as one, start(FIFTY_TIMES, "b") as two:
        for writer in (one, two):
            assert writer.stdin
            writer.stdin.close()  # now both begin
        while one.poll() is None or two.poll() is None:
            run = store.load(job)
            assert run is not None
            assert run.stdout in ("a" * 300_000, "b" * 300_000)
    assert (one.returncode, two.returncode) == (0, 0)
    assert files(store) == [store.path(job)]


def test_an_example_is_run_only_where_there_is_no_record(
    store: Store, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, str]] = []

    def run_once(example: Example, start_method: str, python: Python, *, traced: bool) -> Run:
        assert (python, traced) == (this_python(), False)
        made.append((example.name, start_method))
        return RUN

    monkeypatch.setattr(runs.runner, "run_once", run_once)
    assert store.recorded(job) == RUN
    assert store.recorded(job) == RUN
    assert Store(store.folder).recorded(Job(job.example, "fork")) == RUN
    assert made == [("x/shown.py", "fork")]
    store.run(job)
    assert len(made) == 2
    store.path(job).write_text("{")
    assert store.recorded(job) == RUN
    assert len(made) == 3


def test_a_run_is_recorded(store: Store, job: Job) -> None:
    run = store.run(job)
    assert run.stdout == "1\n"
    assert store.load(job) == run


def test_most_examples_have_one_run_under_each_start_method(write_example: Callable[..., Example]) -> None:
    example = write_example("")
    assert jobs_of(example) == [Job(example, "forkserver"), Job(example, "spawn"), Job(example, "fork")]


def test_a_repeated_example_is_repeated_under_the_shown_start_method_only(
    write_example: Callable[..., Example],
) -> None:
    example = write_example("", settings='repeat = 3\nstart-methods = ["fork", "spawn"]')
    shown = [Job(example, "spawn", attempt) for attempt in range(3)]
    assert jobs_of(example) == [*shown, Job(example, "fork")]
