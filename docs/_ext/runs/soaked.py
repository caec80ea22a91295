"""What came of a soak, and the file in which the last one on each Python is written down."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .python import version_of
from .store import write_whole

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Soaked:
    """Many runs on one Python: how often each example broke its contract, and what was left behind.

    `busy` is the share of the time of all cores that was in use, from 0 to 1. `examples` are the marks of the scripts
    as they were.
    """

    python: str
    times: int
    date: str = ""
    runs: int = 0
    busy: float = 0.0
    broken: Counter[str] = field(default_factory=Counter)
    processes: int = 0
    shared_memory: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.broken or self.processes or self.shared_memory)

    def __str__(self) -> str:
        told = (
            f"Python {self.python}: {self.runs} runs, cores {self.busy:.0%} busy: "
            f"{self.broken.total()} broke a contract, {self.processes} processes left behind, "
            f"{self.shared_memory} pieces of shared memory left behind"
        )
        return "\n".join([told, *(f"  {name}: {count} times" for name, count in self.broken.most_common())])


def read_soaked(file: Path) -> list[Soaked]:
    """The last soak of the whole book on each Python, oldest Python first; none if there was none."""
    if not file.exists():
        return []
    return [Soaked(**each | {"broken": Counter(each["broken"])}) for each in json.loads(file.read_text("utf-8"))]


def note(file: Path, result: Soaked) -> None:
    """Writes down a soak, in place of the last one on a Python of that minor version."""
    others = [each for each in read_soaked(file) if minor(each) != minor(result)]
    lines = [json.dumps(vars(each)) for each in sorted([*others, result], key=minor)]
    write_whole(file, "[\n" + ",\n".join(lines) + "\n]\n")


def minor(soaked: Soaked) -> tuple[int, ...]:
    return version_of(soaked.python).release[:2]
