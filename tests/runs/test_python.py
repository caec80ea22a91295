"""Another interpreter than the one that runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from runs.python import find_pythons, python_at, this_python, version_of
from runs.runner import run_once

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example


@pytest.fixture
def other(tmp_path: Path) -> str:
    """This Python behind another name, which its own `sys.executable` tells."""
    link = tmp_path / "python-of-another-name"
    link.symlink_to(os.path.realpath(sys.executable))
    return str(link)


def test_an_interpreter_is_asked_for_its_version(other: str) -> None:
    asked = python_at(other)
    assert (asked.executable, asked.version, asked.library) == (other, this_python().version, this_python().library)


def test_a_file_that_is_no_python_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        python_at(str(tmp_path / "nowhere"))
    with pytest.raises(subprocess.CalledProcessError):
        python_at("/bin/false")


def test_the_named_interpreter_runs_the_script(other: str, write_example: Callable[..., Example]) -> None:
    example = write_example("import sys\nprint(sys.executable)\n")
    assert run_once(example, "fork", python_at(other)).stdout.rstrip().endswith("python-of-another-name")
    assert "another-name" not in run_once(example, "fork").stdout


def test_the_newest_of_each_version_is_found_and_what_does_not_start_is_passed_over(
    tmp_path: Path, stand_in: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.defpath}")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    broken = tmp_path / "bin" / "python3.12"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    on_path = stand_in("3.15.0", "bin/python3.15")
    installed = [stand_in(version, f"pyenv/versions/{version}/bin/python3") for version in ("3.12.9", "3.12.10")]
    stand_in("3.12.11", "pyenv/versions/3.12-dev/bin/python3")
    found = {python.version: python.executable for python in find_pythons()}
    assert found["3.15.0"] == on_path
    assert found["3.12.10"] == installed[1]
    assert not {"3.12.9", "3.12.11"} & found.keys()
    assert list(found) == sorted(found, key=version_of)
