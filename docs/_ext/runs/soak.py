"""`python -m runs.soak 20`: every example many times on a busy machine; tells what broke, and what stayed behind."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from . import EXAMPLES
from .__main__ import chosen, chosen_pythons, read_all
from .check import problems, runs_here
from .runner import run_once
from .store import Job
from .together import usable_cores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .contract import Contract
    from .example import Example
    from .python import Python

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  (where Linux has it)
OURS = ("sem.mp-", "psm_", "pym-")  # what multiprocessing calls its semaphores and its shared memory


@dataclass
class Soak:
    """What came of many runs: how often each example broke its contract, with one of the texts, and what was left."""

    runs: int = 0
    flakes: Counter[str] = field(default_factory=Counter)
    texts: dict[str, str] = field(default_factory=dict)
    processes: int = 0
    shared_memory: frozenset[str] = frozenset()

    @property
    def is_clean(self) -> bool:
        return not (self.flakes or self.processes or self.shared_memory)

    def __str__(self) -> str:
        flaky = f"{self.flakes.total()} broke a contract"
        return (
            f"{self.runs} runs: {flaky}, {self.processes} processes left behind, "
            f"{len(self.shared_memory)} pieces of shared memory left behind"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 if every run kept its contract and nothing stayed behind, else 1."""
    parser = argparse.ArgumentParser(prog="python -m runs.soak", description=__doc__)
    parser.add_argument("times", type=int, help="how often each example runs under each start method on each Python")
    parser.add_argument("names", nargs="*", metavar="NAME", help="examples, such as process/process_hello.py or a part")
    parser.add_argument("--pythons", nargs="*", metavar="PATH", help="as for python -m runs")
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder of the examples")
    options = parser.parse_args(arguments)
    examples, found = read_all(options.examples, chosen(options.examples, options.names))
    for problem in found:
        print(problem, file=sys.stderr)
    result = soak(examples, chosen_pythons(options.pythons), options.times)
    for name, count in result.flakes.most_common():
        print(f"{name}: {count} times, such as:\n{result.texts[name]}", file=sys.stderr)
    for name in sorted(result.shared_memory):
        print(f"left behind: {SHARED_MEMORY / name}", file=sys.stderr)
    print(result)
    return 0 if result.is_clean and not found else 1


def soak(examples: Sequence[tuple[Example, Contract]], pythons: Sequence[Python], times: int) -> Soak:
    """Runs everything `times` times, in no order, with all cores busy beside it."""
    jobs = [
        (Job(example, method, attempt, python), contract)
        for example, contract in examples
        for python in pythons
        if runs_here(example, python.version)
        for method in example.header.start_methods
        for attempt in range(times)
    ]
    random.shuffle(jobs)
    result, before = Soak(), shared_memory()
    cores, console = usable_cores(), Console(stderr=True)
    with busy(cores), ThreadPoolExecutor(cores) as pool:
        ran = pool.map(lambda job: (job[0], broken(*job)), jobs)
        for job, texts in track(ran, "runs", len(jobs), console=console, disable=not console.is_terminal):
            result.runs += 1
            result.processes += sum("left behind" in text for text in texts)
            if texts:
                result.flakes[job.example.name] += 1
                result.texts[job.example.name] = texts[0]
    result.shared_memory = shared_memory() - before
    return result


def broken(job: Job, contract: Contract) -> list[str]:
    """One run, not recorded; everything in which it broke the contract."""
    run = run_once(job.example, job.start_method, job.python)
    return [str(problem) for problem in problems(job.example, contract, run)]


def shared_memory() -> frozenset[str]:
    """The semaphores and the shared memory of multiprocessing that there are now."""
    return frozenset(file.name for file in SHARED_MEMORY.glob("*") if file.name.startswith(OURS))


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Keeps so many cores busy with something else."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(cores)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    os.nice(5)  # the machine stays usable
    sys.exit(main())
