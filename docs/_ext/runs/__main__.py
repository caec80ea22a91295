"""`python -m runs`: runs the examples that have no recorded run, and checks every contract."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from . import EXAMPLES, RECORDS
from .check import problems, runs_here
from .contract import Contract, read_contract
from .errors import ExampleError, Problem
from .example import Example, find_examples, read_example
from .store import Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 if every named example (all, if none is named) keeps its contract, else 1."""
    options = parse(arguments)
    examples, found = read_all(options.examples, chosen(options.examples, options.names))
    if options.list:
        for example, _ in examples:
            print(f"{example.name:50} {example.titles['en']} {example.titles['zh']}")
    else:
        found += check_all(Store(options.records), examples, again=options.again)
    for problem in found:
        print(problem, file=sys.stderr)
    if found and not options.list:
        print("To run an example again: python -m runs --again NAME", file=sys.stderr)
    return 1 if found else 0


def check_all(store: Store, examples: Sequence[tuple[Example, Contract]], *, again: bool) -> list[Problem]:
    """Runs what has no recorded run, and holds every run against its contract."""
    wanted = [(job, contract) for example, contract in examples for job in jobs_of(example)]
    wanted = [(job, contract) for job, contract in wanted if runs_here(job.example, python_version())]
    recorded = {job: store.load(job) for job, _ in wanted}
    waiting = [job for job, run in recorded.items() if again or run is None]
    if waiting:
        from .together import run_all  # noqa: PLC0415  (mostly there is nothing to run, and it takes time to import)

        run_all(store, waiting)
        recorded.update({job: store.load(job) for job in waiting})
    found: list[Problem] = []
    for job, contract in wanted:
        if run := recorded[job]:
            found += problems(job.example, contract, run)
    made = len(waiting)
    print(f"{len(wanted)} runs of {len(examples)} examples, {made} of them made now, {len(found)} problems")
    return found


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


def read_all(folder: Path, names: Iterable[str]) -> tuple[list[tuple[Example, Contract]], list[Problem]]:
    """The examples that can be read, with their contracts, and what is wrong with the others."""
    examples, found = [], []
    for name in names:
        try:
            example = read_example(folder, name)
            _ = example.digest  # reads the modules too
            examples.append((example, read_contract(example.contract_file)))
        except ExampleError as error:
            found.append(error.problem)
    return examples, found


if __name__ == "__main__":
    sys.exit(main())
