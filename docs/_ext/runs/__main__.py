"""`python -m runs`: runs the examples that have no recorded run, and checks every contract."""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from . import EXAMPLES, RECORDS
from .check import problems, runs_here
from .contract import read_contract
from .errors import ExampleError, Problem
from .example import Example, find_examples, read_example
from .store import Job, Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 if every named example (all, if none is named) keeps its contract, else 1."""
    options = parse(arguments)
    store = Store(options.records)
    names = list(chosen(options.examples, options.names))
    examples, found = read_all(options.examples, names)
    if options.list:
        for example in examples:
            print(f"{example.name:50} {example.titles['en']} {example.titles['zh']}")
    else:
        jobs = [job for example in examples if runs_here(example, python_version()) for job in jobs_of(example)]
        waiting = [job for job in jobs if options.again or store.load(job) is None]
        run_all(store, waiting)
        found += [problem for job in jobs for problem in problems_of(store, job)]
        print(f"{len(jobs)} runs of {len(examples)} examples, {len(waiting)} of them made now, {len(found)} problems")
    for problem in found:
        print(problem, file=sys.stderr)
    if found and not options.list:
        print("To run an example again: python -m runs --again NAME", file=sys.stderr)
    return 1 if found else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m runs", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="examples, such as process/process_hello.py or a part")
    parser.add_argument("--list", action="store_true", help="print the examples and what they show; run nothing")
    parser.add_argument("--again", action="store_true", help="run also what has a recorded run")
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder of the examples")
    parser.add_argument("--records", type=Path, default=RECORDS, help="folder of the recorded runs")
    return parser.parse_args(arguments)


def chosen(folder: Path, names: Sequence[str]) -> Iterable[str]:
    """The examples whose path has one of `names` in it; all without `names`. Ends the program if a name fits none."""
    every = list(find_examples(folder))
    for name in names:
        if not any(name in example for example in every):
            sys.exit(f"python -m runs: no example is named '{name}'; python -m runs --list shows all")
    return [example for example in every if not names or any(name in example for name in names)]


def read_all(folder: Path, names: Iterable[str]) -> tuple[list[Example], list[Problem]]:
    """The examples that can be read, and what is wrong with the others."""
    examples, found = [], []
    for name in names:
        try:
            example = read_example(folder, name)
            read_contract(example.contract_file)
            _ = example.digest  # reads the modules too
            examples.append(example)
        except ExampleError as error:
            found.append(error.problem)
    return examples, found


def problems_of(store: Store, job: Job) -> Iterable[Problem]:
    run = store.load(job)
    return problems(job.example, read_contract(job.example.contract_file), run) if run else ()


def run_all(store: Store, jobs: Sequence[Job]) -> None:
    """Runs `jobs` on all cores, with a progress bar; those that measure time at the end, with nothing beside them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
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
            for done in as_completed([pool.submit(run, job) for job in jobs if job.example.header.alone is is_alone]):
                done.result()


if __name__ == "__main__":
    sys.exit(main())
