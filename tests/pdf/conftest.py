"""Mini-books set as PDF for real: a part with a chapter that has one page, whose text is the test's."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from sphinx.cmd.build import build_main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONF = """
project = {{"zh": "小书", "en": "A small book"}}["zh" if tags.has("zh") else "en"]
release = "1.2.3"
today = "1 May"
extensions = ["myst_parser", "sphinx_design", "book", "pdf"]
myst_enable_extensions = ["colon_fence", "deflist"]
book_edition = "zh" if tags.has("zh") else "en"
language = "zh_CN" if tags.has("zh") else "en"
book_examples = {examples!r}
book_records = {records!r}
pdf_name = "small"
"""
ENTRANCE = "(index)=\n# Entrance\n\nHow it began.\n\n```{toctree}\n:caption: First part\n\nchapter\n```\n"
CHAPTER = "(chapter)=\n# A chapter\n\nWhat it is about.\n\n```{toctree}\n\npage\n```\n"
PAGE = "(page)=\n# A page\n\n"


@dataclass(frozen=True)
class Build:
    """What one build did: Sphinx's exit status, its warnings, what the compiler read, and the file of the PDF."""

    status: int
    warnings: str
    out: Path

    @property
    def pdf(self) -> PdfReader:
        return PdfReader(self.out / "small.pdf")

    @property
    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.pdf.pages)

    @property
    def source(self) -> str:
        return (self.out / "main.typ").read_text(encoding="utf-8")

    def outline(self) -> list[tuple[int, str]]:
        """Depth and title of each bookmark."""

        def flat(entries: object, depth: int) -> Iterator[tuple[int, str]]:
            for entry in entries if isinstance(entries, list) else []:
                if isinstance(entry, list):
                    yield from flat(entry, depth + 1)
                else:
                    yield depth, entry.title

        return list(flat(self.pdf.outline, 0))


@dataclass(frozen=True)
class SmallBook:
    """A book of two editions in `folder`."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        """A file of both editions."""
        for edition in ("en", "zh"):
            file = self.folder / "docs" / edition / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def page(self, text: str) -> None:
        self.write("page.md", f"{PAGE}{text}\n")

    def configure(self, lines: str) -> None:
        """Adds settings, or a `setup` of its own."""
        with (self.folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(lines)

    def try_build(self, edition: str = "en", builder: str = "typst") -> Build:
        out, warnings = self.folder / "out" / builder / edition, self.folder / "warnings.txt"
        warnings.unlink(missing_ok=True)
        places = ["-d", str(self.folder / "doctrees" / edition), "-c", str(self.folder)]
        places += [str(self.folder / "docs" / edition), str(out)]
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = build_main(
                ["-b", builder, "-W", "--keep-going", "-n", "--no-color", "-w", str(warnings), "-t", edition, *places]
            )
        written = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
        return Build(status, written or said.getvalue(), out)

    def build(self, edition: str = "en") -> Build:
        """A build that must be without a warning."""
        build = self.try_build(edition)
        assert build.status == 0, build.warnings
        return build


@pytest.fixture
def small(tmp_path: Path) -> SmallBook:
    """A book whose page is still empty."""
    conf = CONF.format(examples=str(tmp_path / "examples"), records=str(tmp_path / "records"))
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    book = SmallBook(tmp_path)
    book.write("index.md", ENTRANCE)
    book.write("chapter.md", CHAPTER)
    book.page("Nothing yet.")
    return book
