"""The real book, as `make html` builds it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of both editions, up to date."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "READTHEDOCS"))}
    made = subprocess.run(["make", "html"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "WARNING" not in made.stderr
    return ROOT / "_build" / "html"
