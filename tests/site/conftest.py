"""The real book, as `make html` builds it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def make() -> Callable[..., None]:
    """Calls make with its arguments, as a reader would; it must succeed without a warning."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "READTHEDOCS"))}

    def call(*arguments: str) -> None:
        made = subprocess.run(
            ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert made.returncode == 0, made.stdout + made.stderr
        assert "WARNING" not in made.stderr

    return call


@pytest.fixture(scope="session")
def pdfs(make: Callable[..., None]) -> Path:
    """The folder of both PDFs, up to date."""
    make("pdf")
    return ROOT / "_build" / "pdf"


@pytest.fixture(scope="session")
def epubs(make: Callable[..., None]) -> Path:
    """The folder of both EPUBs, up to date."""
    make("epub")
    return ROOT / "_build" / "epub"


@pytest.fixture(scope="session")
def site(make: Callable[..., None], pdfs: Path, epubs: Path) -> Path:
    """The folder of both editions, up to date, with their PDFs and EPUBs, which must be built before."""
    del pdfs, epubs
    make("html")
    return ROOT / "_build" / "html"
