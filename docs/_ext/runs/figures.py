"""Figures of the last runs of the whole book, for its colophon: how many, how long, how many broke a contract."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from .python import version_of
from .store import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .example import Example
    from .run import Run
    from .store import Job

FILE = "figures.json"  # in the folder of records


@dataclass(frozen=True)
class Figures:
    """The runs that the book has on one Python; `seconds` is the sum of their wall times.

    `broken` counts the examples of which a run broke the contract.
    """

    python: str
    examples: int
    runs: int
    seconds: float
    broken: int


def mark_of(example: Example) -> str:
    """Stands for a script as it is now, with the modules that it imports."""
    return example.digest[:12]


def figures_of(runs: Mapping[Job, Run], broken: Iterable[Job]) -> list[Figures]:
    """A row for each Python, in the order of the runs."""
    by_python: dict[str, list[Job]] = {}
    for job in runs:
        by_python.setdefault(job.python.version, []).append(job)
    bad = {(job.python.version, job.example.name) for job in broken}
    return [
        Figures(
            python=version,
            examples=len({job.example.name for job in jobs}),
            runs=len(jobs),
            seconds=round(sum(runs[job].seconds for job in jobs), 1),
            broken=sum(where == version for where, _ in bad),
        )
        for version, jobs in by_python.items()
    ]


def read_figures(folder: Path) -> tuple[list[str], list[Figures]]:
    """The marks of the scripts that were run, and a row for each Python, the oldest first. Empty if nothing was."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return content["examples"], [Figures(**row) for row in content["rows"]]
    except (OSError, ValueError, TypeError, KeyError):
        return [], []


def note_figures(folder: Path, examples: Iterable[Example], rows: Iterable[Figures]) -> None:
    """Writes down `rows`. Those of other Pythons stay, as long as the book has the same scripts."""
    marks = sorted(mark_of(example) for example in examples)
    known_marks, known = read_figures(folder)
    by_python = {row.python: row for row in known if marks == known_marks} | {row.python: row for row in rows}
    ordered = sorted(by_python.values(), key=lambda row: version_of(row.python))
    if (marks, ordered) != (known_marks, known):  # else the colophon would be read again for nothing
        content = {"examples": marks, "rows": [asdict(row) for row in ordered]}
        write_whole(folder / FILE, json.dumps(content))
