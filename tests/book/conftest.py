"""Mini-books: a few pages and scripts in a temporary folder, built for real by Sphinx."""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.cmd.build import build_main

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

CONF = """
extensions = ["myst_parser", "book"]
html_theme = "basic"
book_edition = "zh" if tags.has("zh") else "en"
language = "zh_CN" if tags.has("zh") else "en"
book_examples = {examples!r}
book_records = {records!r}
book_twin_root = "../en/" if tags.has("zh") else "../zh/"
"""
INDEX = "(index)=\n# Index\n\n```{toctree}\n:glob:\n\n*\n```\n"
READ = re.compile(r"reading sources\.\.\. \[ *\d+%\] (\S+)")


@dataclass(frozen=True)
class Build:
    """What one build did: Sphinx's exit status, its warnings, the pages that it read, and the folder of its output."""

    status: int
    warnings: str
    read: list[str]
    out: Path

    def html(self, page: str = "page") -> BeautifulSoup:
        return BeautifulSoup((self.out / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


@dataclass(frozen=True)
class MiniBook:
    """A book of two editions in `folder`."""

    folder: Path

    def page(self, text: str, name: str = "page", editions: tuple[str, ...] = ("en", "zh")) -> None:
        for edition in editions:
            file = self.folder / "docs" / edition / f"{name}.md"
            file.write_text(f"({name})=\n# Page\n\n{text}\n", encoding="utf-8")

    def example(self, source: str, contract: str | None, name: str = "x/shown.py") -> Path:
        """Writes a script (its docstring is added) and its contract; returns the script's path."""
        file = self.folder / "examples" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'"""Shows it. 展示它。"""\n{source}', encoding="utf-8")
        if contract is not None:
            file.with_suffix(".out").write_text(contract, encoding="utf-8")
        return file

    def records(self) -> set[Path]:
        return set((self.folder / "records").rglob("*.json"))

    def build(self, edition: str = "en", *options: str) -> Build:
        out, warnings = self.folder / "out" / edition, self.folder / "warnings.txt"
        warnings.unlink(missing_ok=True)
        arguments = ["-W", "--keep-going", "-n", "--no-color", "-w", str(warnings), "-t", edition, *options]
        places = ["-c", str(self.folder), str(self.folder / "docs" / edition), str(out)]
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
            status = build_main([*arguments, *places])
        text = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
        return Build(status, text, READ.findall(said.getvalue()), out)

    def frame(self, edition: str = "en") -> Tag:
        """The first example on the page, in a build that must be without a warning."""
        build = self.build(edition)
        assert build.status == 0, build.warnings
        frame = build.html().select_one("div.example")
        assert frame is not None
        return frame


@pytest.fixture
def book(tmp_path: Path) -> MiniBook:
    """A book with an index in both editions, and nothing else."""
    for edition in ("en", "zh"):
        (tmp_path / "docs" / edition).mkdir(parents=True)
        (tmp_path / "docs" / edition / "index.md").write_text(INDEX, encoding="utf-8")
    conf = CONF.format(examples=str(tmp_path / "examples"), records=str(tmp_path / "records"))
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    return MiniBook(tmp_path)
