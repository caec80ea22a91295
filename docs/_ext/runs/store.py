"""Runs on disk, found by the content they belong to."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .python import Python, this_python
from .run import FORMAT, Run

if TYPE_CHECKING:
    from .example import Example


@dataclass(frozen=True)
class Job:
    """One run to have: which example, under which start method, which of its repetitions (from 0), by which Python."""

    example: Example
    start_method: str
    attempt: int = 0
    python: Python = field(default_factory=this_python)

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
        key = hashlib.sha256(content.encode()).hexdigest()[:20]
        return self.folder / Path(job.example.name).with_suffix("") / f"{key}.json"

    def load(self, job: Job) -> Run | None:
        """The recorded run, or None. A damaged record counts as none."""
        try:
            return Run.from_json(self.path(job).read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def save(self, job: Job, run: Run) -> None:
        """Writes the record whole or not at all, whoever else writes it at the same time."""
        path = self.path(job)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".unfinished")
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(run.to_json())
        Path(unfinished).replace(path)

    def run(self, job: Job) -> Run:
        """Runs the example now and records it."""
        from .runner import run_once  # noqa: PLC0415  (mostly nothing is run, and it takes time to import)

        run = run_once(job.example, job.start_method, job.python)
        self.save(job, run)
        return run

    def recorded(self, job: Job) -> Run:
        """The recorded run; only where there is none the example is run."""
        return self.load(job) or self.run(job)


def jobs_of(example: Example) -> list[Job]:
    """Every run that the book wants of an example; the first is the one that its page shows."""
    shown, *others = example.header.start_methods
    repeated = [Job(example, shown, attempt) for attempt in range(example.header.repeat)]
    return repeated + [Job(example, method) for method in others]
