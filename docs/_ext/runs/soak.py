"""`python -m runs.soak 20`: every example many times on a busy machine; tells what broke, and what stayed behind."""

from __future__ import annotations

import argparse
import os
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from rich.console import Console
from rich.progress import track

from . import EXAMPLES, SOAK
from .__main__ import chosen, named_pythons, read_all
from .check import problems, runs_here
from .environments import once, prepare
from .figures import mark_of
from .python import this_python
from .runner import catch_ignored_signals, run_once
from .soaked import Soaked, note
from .store import Job
from .together import usable_cores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .contract import Contract
    from .example import Example
    from .python import Python

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  (where Linux has it)
OURS = ("sem.mp-", "psm_", "pym-")  # what multiprocessing calls its semaphores and its shared memory
AT_ONCE = 3  # runs for each core: each waits for the others, as on a machine with too much to do


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 if every run kept its contract and nothing stayed behind, else 1."""
    parser = argparse.ArgumentParser(prog="python -m runs.soak", description=__doc__)
    parser.add_argument("times", type=int, help="how often each example runs under each start method on each Python")
    parser.add_argument("names", nargs="*", metavar="NAME", help="examples, such as process/process_hello.py or a part")
    parser.add_argument(
        "--pythons", nargs="*", metavar="PATH", help="on these interpreters; without PATH on all that are found"
    )
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder of the examples")
    parser.add_argument("--figures", type=Path, default=SOAK, help="where a soak of the whole book is written down")
    options = parser.parse_args(arguments)
    examples, found = read_all(options.examples, chosen(options.examples, options.names))
    for problem in found:
        print(problem, file=sys.stderr)
    clean = not found
    pythons = [this_python()] if options.pythons is None else named_pythons(options.pythons)
    for python in pythons:
        result = soak(examples, python, options.times)
        clean = clean and result.is_clean
        print(result, flush=True)
        if not options.names:
            note(options.figures, result)
    return 0 if clean else 1


def soak(examples: Sequence[tuple[Example, Contract]], python: Python, times: int) -> Soaked:
    """Runs everything `times` times, in no order, more at once than there are cores."""
    able = [each for each in examples if runs_here(each[0], python.version)]
    jobs = [
        (Job(example, method, attempt, python), contract)
        for example, contract in able
        for method in example.header.start_methods
        for attempt in range(times)
    ]
    random.shuffle(jobs)
    unable = prepare(job for job, _ in jobs)
    jobs = [each for each in jobs if each[0] not in unable]
    result = Soaked(python.version, times, examples=sorted(mark_of(example) for example, _ in able))
    for job, problem in once(unable):
        count(result, job, [str(problem)])
    before, console = shared_memory(), Console(stderr=True)
    catch_ignored_signals()
    psutil.cpu_percent()  # from here on
    with ThreadPoolExecutor(AT_ONCE * usable_cores()) as pool:
        ran = pool.map(lambda job: (job[0], broken_by(*job)), jobs)
        for job, texts in track(ran, "runs", len(jobs), console=console, disable=not console.is_terminal):
            count(result, job, texts)
    result.busy = round(psutil.cpu_percent() / 100, 2)
    left = shared_memory() - before
    result.shared_memory = len(left)
    result.date = datetime.now(UTC).date().isoformat()
    for name in sorted(left):
        print(f"left behind: {SHARED_MEMORY / name}", file=sys.stderr)
    return result


def count(result: Soaked, job: Job, texts: Sequence[str]) -> None:
    """Adds one run, and tells at once what it broke."""
    result.runs += 1
    result.processes += sum("left behind" in text for text in texts)
    if texts:
        result.broken[job.example.name] += 1
        print(*texts, sep="\n", file=sys.stderr, flush=True)


def broken_by(job: Job, contract: Contract) -> list[str]:
    """One run, not recorded; everything in which it broke the contract."""
    run = run_once(job.example, job.start_method, job.python)
    return [str(problem) for problem in problems(job.example, contract, run)]


def shared_memory() -> frozenset[str]:
    """The semaphores and the shared memory of multiprocessing that there are now."""
    return frozenset(file.name for file in SHARED_MEMORY.glob("*") if file.name.startswith(OURS))


if __name__ == "__main__":
    os.nice(5)  # the machine stays usable
    sys.exit(main())
