"""`python -m runs`: runs the examples that have no recorded run, and checks every contract."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from subprocess import CalledProcessError
from typing import TYPE_CHECKING

from . import EXAMPLES, RECORDS
from .check import problems, runs_here
from .contract import Contract, read_contract
from .environments import once
from .errors import ExampleError, Problem
from .example import Example, find_examples, read_example
from .figures import figures_of, note_figures
from .python import Python, find_pythons, python_at, this_python, version_of
from .store import Job, Store, jobs_of, traced_job

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .run import Run


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 if every named example (all, if none is named) keeps its contract, else 1."""
    options = parse(arguments)
    examples, found = read_all(options.examples, chosen(options.examples, options.names))
    if options.list:
        for example, _ in examples:
            print(f"{example.name:50} {example.titles['en']} {example.titles['zh']}")
    else:
        store, pythons = Store(options.records), chosen_pythons(options.pythons)
        runs, broken = run_and_check(store, examples, pythons, again=options.again, at_least=options.repeat)
        found += [problem for _, problem in broken]
        if not options.names:
            rows = figures_of(runs, [job for job, _ in broken])
            note_figures(store.folder, [example for example, _ in examples], rows)
        if options.pythons is not None:
            store.note_pythons(python.version for python in pythons)
    for problem in found:
        print(problem, file=sys.stderr)
    if found and not options.list:
        print("To run an example again: python -m runs --again NAME", file=sys.stderr)
    return 1 if found else 0


def run_and_check(
    store: Store,
    examples: Sequence[tuple[Example, Contract]],
    pythons: Sequence[Python],
    *,
    again: bool = False,
    at_least: int = 1,
) -> tuple[dict[Job, Run], list[tuple[Job, Problem]]]:
    """Runs what has no recorded run on one of `pythons`. All runs, and everything in which one breaks its contract."""
    wanted = wanted_jobs(examples, pythons, at_least)
    recorded = {job: store.load(job) for job, _ in wanted}
    waiting = [job for job, run in recorded.items() if again or run is None]
    unable: dict[Job, Problem] = {}
    if waiting:
        from .together import run_all  # noqa: PLC0415  (mostly there is nothing to run, and it takes time to import)

        unable = run_all(store, waiting)
        made = [job for job in waiting if job not in unable]
        recorded.update({job: store.load(job) for job in made})
        for job in made:
            store.path(replace(job, attempt=0)).touch()  # pages that show it depend on its first record
    broken = broken_contracts(wanted, recorded)
    broken += once(unable)
    if len(pythons) > 1:
        print_broken(broken)
    where = f" on {len(pythons)} Pythons" if len(pythons) > 1 else ""
    counts = f"{len(waiting) - len(unable)} of them made now, {len(broken)} problems"
    print(f"{len(wanted)} runs of {len(examples)} examples{where}, {counts}")
    return {job: run for job, run in recorded.items() if run}, broken


def wanted_jobs(
    examples: Sequence[tuple[Example, Contract]], pythons: Sequence[Python], at_least: int = 1
) -> list[tuple[Job, Contract]]:
    """Every run that the book wants, with the contract that it has to keep; the traced ones at the end.

    A page shows the newest Python, or the one that builds it: only there is an example repeated.
    """
    able = [(python, *each) for python in pythons for each in examples if runs_here(each[0], python.version)]
    jobs = [
        (job, contract)
        for python, example, contract in able
        for job in jobs_of(example, python, at_least=at_least)
        if job.attempt == 0 or python in (this_python(), pythons[-1])
    ]
    traced = [(traced_job(example), contract) for python, example, contract in able if python == this_python()]
    return jobs + traced


def broken_contracts(
    wanted: Sequence[tuple[Job, Contract]], recorded: Mapping[Job, Run | None]
) -> list[tuple[Job, Problem]]:
    """Everything in which a run breaks its contract. A traced run counts only if the others keep it."""
    broken: list[tuple[Job, Problem]] = []
    for job, contract in wanted:
        run = recorded[job]
        if run and not (job.traced and any(other.example is job.example for other, _ in broken)):
            broken += [(job, problem) for problem in problems(job.example, contract, run)]
    return broken


def print_broken(broken: Sequence[tuple[Job, Problem]]) -> None:
    """A table with a line for each example that broke its contract: on which Pythons, under which start methods."""
    where: dict[str, dict[str, list[str]]] = {}
    for job, _ in broken:
        methods = where.setdefault(job.example.name, {}).setdefault(job.python.version, [])
        if job.start_method not in methods:
            methods.append(job.start_method)
    for name, pythons in where.items():
        places = [f"{python} {', '.join(methods)}" for python, methods in pythons.items()]
        print(f"{name:50} {'; '.join(places)}")


def chosen_pythons(paths: Sequence[str] | None) -> list[Python]:
    """This Python, and those that `--pythons` names; all that are found, if it names none."""
    others = [] if paths is None else named_pythons(paths)
    by_version = {python.version: python for python in (*others, this_python())}  # which also makes the traced runs
    return sorted(by_version.values(), key=lambda python: version_of(python.version))


def named_pythons(paths: Sequence[str]) -> list[Python]:
    """The interpreters of those files; all that are found, if there is none. Ends the program if one does not start."""
    try:
        return [python_at(path) for path in paths] or find_pythons()
    except (OSError, CalledProcessError) as error:
        sys.exit(f"python -m runs: --pythons: no Python starts there: {error}")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m runs", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="examples, such as process/process_hello.py or a part")
    parser.add_argument("--list", action="store_true", help="print the examples and what they show; run nothing")
    parser.add_argument("--again", action="store_true", help="run also what has a recorded run")
    parser.add_argument(
        "--repeat",
        type=int,
        default=1,
        metavar="N",
        help="run a repeated example N times; its page shows them all",
    )
    parser.add_argument(
        "--pythons",
        nargs="*",
        metavar="PATH",
        help="run on these interpreters too; without PATH on all that are found",
    )
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


def read_all(folder: Path, names: Iterable[str]) -> tuple[list[tuple[Example, Contract]], list[Problem]]:
    """The examples that can be read, with their contracts, and what is wrong with the others."""
    examples, found = [], []
    for name in names:
        try:
            example = read_example(folder, name)
            _ = example.digest, example.locked  # reads the modules and the lock file too
            examples.append((example, read_contract(example.contract_file)))
        except ExampleError as error:
            found.append(error.problem)
    return examples, found


if __name__ == "__main__":
    sys.exit(main())
