"""Runs on disk, found by the content they belong to."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from .lock import pins_for
from .python import Python, this_python, version_of
from .run import FORMAT, TRACE_FORMAT, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .example import Example

PYTHONS = "pythons.json"  # in the folder of records: the versions that ran the book


@dataclass(frozen=True)
class Job:
    """One run to have: which example, under which start method, which of its repetitions (from 0), by which Python.

    A `traced` run also writes down what its processes do, which takes some time, so it is a run of its own.
    """

    example: Example
    start_method: str
    attempt: int = 0
    python: Python = field(default_factory=this_python)
    traced: bool = False

    @property
    def alone(self) -> bool:
        """Whether nothing else may run beside it: its example measures time, and the page shows this run."""
        return self.example.header.alone and self.start_method == self.example.header.start_methods[0]


@dataclass(frozen=True)
class Store:
    """A folder of records. A name never stands for two contents, so a record is never out of date."""

    folder: Path

    def path(self, job: Job) -> Path:
        """Where the record of `job` is kept."""
        content = f"{FORMAT}\0{job.python.version}\0{job.start_method}\0{job.attempt}\0{job.example.digest}"
        content += f"\0traced {TRACE_FORMAT}" if job.traced else ""
        content += "".join(f"\0{pin}" for pin in pins_for(job.python.version, job.example.locked))
        key = hashlib.sha256(content.encode()).hexdigest()[:20]
        return self.folder / Path(job.example.name).with_suffix("") / f"{key}.json"

    def load(self, job: Job) -> Run | None:
        """The recorded run, or None. A damaged record counts as none."""
        try:
            return Run.from_json(self.path(job).read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def save(self, job: Job, run: Run) -> None:
        """Records `run`."""
        write_whole(self.path(job), run.to_json())

    def run(self, job: Job) -> Run:
        """Runs the example now and records it. Raises ExampleError if its environment cannot be made."""
        from .runner import run_once  # noqa: PLC0415  (mostly nothing is run, and it takes time to import)

        run = run_once(job.example, job.start_method, job.python, traced=job.traced)
        self.save(job, run)
        return run

    def more(self, example: Example, python: Python) -> Iterator[tuple[Job, Run]]:
        """The runs of a repeated example beyond those that its header asks for."""
        shown, repeat = example.header.start_methods[0], example.header.repeat
        for attempt in count(repeat) if repeat > 1 else ():
            job = Job(example, shown, attempt, python)
            run = self.load(job)
            if run is None:
                return
            yield job, run

    def recorded(self, job: Job) -> Run:
        """The recorded run; only where there is none the example is run."""
        return self.load(job) or self.run(job)

    def pythons(self) -> list[str]:
        """The versions of the Pythons that `python -m runs --pythons` has run the book on, oldest first."""
        try:
            versions = json.loads((self.folder / PYTHONS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return sorted(versions, key=version_of)

    def note_pythons(self, versions: Iterable[str]) -> None:
        """Adds `versions` to those that have run the book."""
        write_whole(self.folder / PYTHONS, json.dumps(sorted({*self.pythons(), *versions}, key=version_of)))


def write_whole(path: Path, text: str) -> None:
    """Writes a file whole or not at all, whoever else writes it at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".unfinished")
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    Path(unfinished).replace(path)


def jobs_of(example: Example, python: Python | None = None, *, at_least: int = 1) -> list[Job]:
    """Every run that the book wants of an example on one Python; the first is the one that its page shows.

    A repeated example runs `at_least` that often.
    """
    python = python or this_python()
    shown, *others = example.header.start_methods
    times = max(example.header.repeat, at_least) if example.header.repeat > 1 else 1
    repeated = [Job(example, shown, attempt, python) for attempt in range(times)]
    return repeated + [Job(example, method, 0, python) for method in others]


def traced_job(example: Example) -> Job:
    """The run whose timeline a page shows: under the start method that it shows, on the Python that builds it."""
    return Job(example, example.header.start_methods[0], traced=True)
