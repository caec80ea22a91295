"""The Python that runs an example: the one that runs this code, or another one on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterator

MINORS = range(11, 16)  # the versions 3.x that the book covers

QUESTION = "import platform, sysconfig; print(platform.python_version()); print(sysconfig.get_path('stdlib'))"


@dataclass(frozen=True)
class Python:
    """An interpreter: its file, its version such as 3.15.0, and the folder of its standard library.

    `packages` is the folder of the installed packages, if it has an environment of the book's own.
    """

    executable: str
    version: str
    library: str
    packages: str = ""


@cache
def this_python() -> Python:
    return Python(sys.executable, python_version(), sysconfig.get_path("stdlib"))


def python_at(executable: str) -> Python:
    """The interpreter of that file, asked. Raises OSError or subprocess.CalledProcessError if it does not start."""
    asked = subprocess.run([executable, "-I", "-c", QUESTION], capture_output=True, text=True, check=True)
    version, library = asked.stdout.splitlines()
    return Python(executable, version, library)


def version_of(python: str) -> Version:
    """To compare versions such as 3.14.8 and 3.15.0a1+ (a build of the repository)."""
    return Version(python.rstrip("+"))


def find_pythons() -> list[Python]:
    """An interpreter of each version that the book covers and this machine has, oldest first."""
    found = []
    for minor in MINORS:
        for executable in candidates(minor):
            try:
                found.append(python_at(executable))
            except (OSError, subprocess.CalledProcessError):  # such as pyenv's stand-in for a version not chosen
                continue
            break
    return found


def candidates(minor: int) -> Iterator[str]:
    """Where a Python 3.`minor` may be: on PATH, or installed by pyenv, the newest first."""
    if executable := shutil.which(f"python3.{minor}"):
        yield executable
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    folders = [folder for folder in versions.glob(f"3.{minor}.*") if folder.name.replace(".", "").isdigit()]
    for folder in sorted(folders, key=lambda folder: version_of(folder.name), reverse=True):
        yield str(folder / "bin" / "python3")
