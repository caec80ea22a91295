"""What the tests of `runs` and of `book` share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[..., str]:
    """Makes an executable that says to be a Python of another version, and runs scripts by this one."""

    def make(version: str, path: str = "") -> str:
        file = tmp_path / (path or f"python-{version}")
        file.parent.mkdir(parents=True, exist_ok=True)
        says = f'[ "$1" = -I ] && {{ echo {version}; echo /lib; exit; }}'
        file.write_text(f'#!/bin/sh\n{says}\nexec "{sys.executable}" "$@"\n')
        file.chmod(0o755)
        return str(file)

    return make
