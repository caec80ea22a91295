"""The Python that runs an example: the one that runs this code, or another one on this machine."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from platform import python_version

QUESTION = "import platform, sysconfig; print(platform.python_version()); print(sysconfig.get_path('stdlib'))"


@dataclass(frozen=True)
class Python:
    """An interpreter: its file, its version such as 3.15.0, and the folder of its standard library."""

    executable: str
    version: str
    library: str


@cache
def this_python() -> Python:
    return Python(sys.executable, python_version(), sysconfig.get_path("stdlib"))


def python_at(executable: str) -> Python:
    """The interpreter of that file, asked. Raises OSError or subprocess.CalledProcessError if it does not start."""
    asked = subprocess.run([executable, "-I", "-c", QUESTION], capture_output=True, text=True, check=True)
    version, library = asked.stdout.splitlines()
    return Python(executable, version, library)
