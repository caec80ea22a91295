"""Many runs at once: on all cores, with a progress bar."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .environments import prepare
from .runner import catch_ignored_signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .errors import Problem
    from .store import Job, Store


def run_all(store: Store, wanted: Sequence[Job]) -> dict[Job, Problem]:
    """Runs `wanted` on all cores, with a progress bar; what measures time at the end, with nothing beside it.

    Returns those that cannot run, as their environment cannot be made, and why.
    """
    unable = prepare(wanted)
    jobs = [job for job in wanted if job not in unable]
    catch_ignored_signals()
    cores = usable_cores()
    console = Console()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    with bar, ThreadPoolExecutor(cores) as together, ThreadPoolExecutor(1) as alone:
        task = bar.add_task("examples", total=len(jobs))

        def run(job: Job) -> None:
            bar.update(task, description=f"{job.example.name} {job.start_method}")
            seconds = store.run(job).seconds
            bar.advance(task)
            if not console.is_terminal:
                print(f"ran {job.example.name} ({job.start_method}, {seconds:.2f} s)", flush=True)

        for pool, is_alone in ((together, False), (alone, True)):
            for done in as_completed([pool.submit(run, job) for job in jobs if job.alone is is_alone]):
                done.result()
    return unable


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
