"""What the tests of `runs` share: a folder of examples, and a way to write one into it."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from runs.example import Example, read_example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOCSTRING = '"""Shows it. 展示它。"""'


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A folder of examples with one chapter, `x`, still empty."""
    folder = tmp_path / "examples"
    (folder / "x").mkdir(parents=True)
    return folder


@pytest.fixture
def write_example(examples: Path) -> Callable[..., Example]:
    """Writes `x/NAME` with its contract; `settings` are lines of [tool.run], `table` lines ahead of it."""

    def write(code: str, contract: str = "", *, settings: str = "", table: str = "", name: str = "shown.py") -> Example:
        lines = [*table.splitlines(), *(["[tool.run]", *settings.splitlines()] if settings else [])]
        block = ["# /// script", *(f"# {line}" for line in lines), "# ///"] if lines else []
        script = "\n".join([DOCSTRING, *block, dedent(code)])
        file = examples / "x" / name
        file.write_text(script, encoding="utf-8")
        file.with_suffix(".out").write_text(contract, encoding="utf-8")
        return read_example(examples, f"x/{name}")

    return write
