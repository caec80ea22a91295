"""What is wrong with an example, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing to mend: `file` and 1-based `line` say where, `text` what and how (it may have several lines)."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file.parent.parent.name}/{self.file.parent.name}/{self.file.name}:{self.line}: {self.text}"


class ExampleError(Exception):
    """An example or its contract cannot be read at all; `problem` says why."""

    def __init__(self, file: Path, line: int, text: str) -> None:
        self.problem = Problem(file, line, text)
        super().__init__(str(self.problem))
