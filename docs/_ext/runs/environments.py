"""Where an example with `dependencies` runs: in an environment that uv makes once, from the lock file."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import ENVIRONMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .errors import ExampleError, Problem
    from .example import Example
    from .lock import Locked
    from .python import Python
    from .store import Job


class NotMade(Exception):  # noqa: N818  (a state, and the name says which)
    """An environment cannot be made; the text is what uv says."""


def prepare(jobs: Iterable[Job]) -> dict[Job, Problem]:
    """Makes the environments that `jobs` need, one after another. Those that cannot run, as theirs cannot be made."""
    waiting: dict[tuple[Python, tuple[Locked, ...]], list[Job]] = {}
    for job in jobs:
        if job.example.locked:
            waiting.setdefault((job.python, job.example.locked), []).append(job)
    unable: dict[Job, Problem] = {}
    for (python, locked), group in waiting.items():
        if folder_of(python, locked).exists():
            continue
        try:
            environment_for(python, locked)
        except NotMade as error:
            unable |= {job: not_made(job.example, python, error).problem for job in group}
        else:
            print(f"made {title_of(group[0].example, python)}", flush=True)
    return unable


def once(unable: Mapping[Job, Problem]) -> list[tuple[Job, Problem]]:
    """Each problem once, with one of its jobs: it is the same under all start methods."""
    return [(job, problem) for problem, job in {problem: job for job, problem in unable.items()}.items()]


def environment_of(example: Example, python: Python) -> Python:
    """The interpreter that runs `example` on `python`. Raises ExampleError if its environment cannot be made."""
    try:
        return environment_for(python, example.locked)
    except NotMade as error:
        raise not_made(example, python, error) from None


def not_made(example: Example, python: Python, error: NotMade) -> ExampleError:
    return example.error("dependencies", f"{title_of(example, python)} cannot be made: {error}")


def title_of(example: Example, python: Python) -> str:
    return f"the environment for {', '.join(example.header.dependencies)} on Python {python.version}"


def environment_for(python: Python, locked: Sequence[Locked]) -> Python:
    """`python` with the `locked` packages, from an environment that is made if there is none; itself without packages.

    Raises NotMade.
    """
    if not locked:
        return python
    folder = folder_of(python, locked)
    if not folder.exists():
        make(folder, python, locked)
    (packages,) = folder.glob("lib/python*/site-packages")
    return replace(python, executable=str(folder / "bin" / "python"), packages=str(packages))


def folder_of(python: Python, locked: Sequence[Locked]) -> Path:
    """Where such an environment is kept: a name never stands for two contents."""
    content = [python.version, os.path.realpath(python.executable), *(entry.text for entry in locked)]
    return ENVIRONMENTS / hashlib.sha256("\0".join(content).encode()).hexdigest()[:20]


def make(folder: Path, python: Python, locked: Sequence[Locked]) -> None:
    """Makes an environment whole or not at all, whoever else makes it at the same time. Raises NotMade."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".", suffix=".unfinished") as place:
        new, wanted = Path(place, "environment"), Path(place, "requirements.txt")
        wanted.write_text("".join(entry.text for entry in locked), encoding="utf-8")
        uv("venv", "--relocatable", "--python", python.executable, str(new))
        # With hashes uv installs nothing that the lock file does not name. What it would have to build first depends
        # on this machine's compiler. Modules that are not compiled here would be in the time of the first run.
        how = ("--require-hashes", "--only-binary", ":all:", "--compile-bytecode")
        uv("pip", "install", "--python", str(new / "bin" / "python"), *how, "--requirements", str(wanted))
        try:
            new.rename(folder)
        except OSError:  # not empty: somebody else was faster, with the same content
            if not folder.exists():
                raise


def uv(*words: str) -> None:
    """Calls uv. Raises NotMade with what it says if it fails, or if there is none."""
    from uv import find_uv_bin  # noqa: PLC0415  (mostly there is nothing to make)

    try:
        done = subprocess.run([find_uv_bin(), "--quiet", *words], capture_output=True, text=True, check=False)
    except OSError as error:
        raise NotMade(f"uv does not start: {error}") from None
    if done.returncode:
        raise NotMade(done.stderr.strip().removeprefix("error: ") or f"uv ended with exit code {done.returncode}")
