"""What is known of an example: its recorded runs on every Python that ran it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .check import problems, runs_here
from .python import Python, this_python, version_of
from .store import Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from .contract import Contract
    from .errors import Problem
    from .example import Example
    from .run import Run


@dataclass(frozen=True)
class Known:
    """The runs of `example` by version of Python, the oldest first; `files` holds their records."""

    example: Example
    contract: Contract
    runs: Mapping[str, Sequence[Run]]
    files: Sequence[Path]

    @property
    def shown(self) -> list[Run]:
        """The runs of the newest Python, by start method in the order of the book; empty if there is none."""
        return list(self.runs[list(self.runs)[-1]]) if self.runs else []

    def under(self, start_method: str) -> dict[str, Run]:
        """The first run under `start_method` by version of Python."""
        return {
            version: next(run for run in runs if run.start_method == start_method)
            for version, runs in self.runs.items()
        }

    @cached_property
    def problems(self) -> dict[str, list[Problem]]:
        """Everything in which a run breaks the contract, by version of Python; an empty list if all keep it."""
        return {
            version: [problem for run in runs for problem in problems(self.example, self.contract, run)]
            for version, runs in self.runs.items()
        }


def known_of(store: Store, example: Example, contract: Contract) -> Known:
    """What `store` has of an example; on the Python that runs this code it is run now, if there is no record."""
    runs, files = {}, []
    here = this_python().version
    for version in sorted({*store.pythons(), here}, key=version_of):
        if runs_here(example, version):
            python = this_python() if version == here else Python("", version, "")
            jobs = jobs_of(example, python)
            found = {job: store.recorded(job) if version == here else store.load(job) for job in jobs}
            if all(found[job] for job in jobs if job.attempt == 0):  # more of them only on Pythons that pages show
                found.update(store.more(example, python))
                runs[version] = [run for run in found.values() if run]
                files += [store.path(job) for job, run in found.items() if run]
    return Known(example, contract, runs, files)
