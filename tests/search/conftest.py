"""Mini-books for the search, and the engine in a JavaScript machine without a browser."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from py_mini_racer import MiniRacer
from sphinx.cmd.build import build_main

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CONF = """
extensions = ["myst_parser", "book", "booksearch"]
html_theme = "basic"
nitpick_ignore_regex = [("py:.*", ".*")]
myst_enable_extensions = ["colon_fence", "deflist"]
book_edition = "zh" if tags.has("zh") else "en"
language = "zh_CN" if tags.has("zh") else "en"
book_examples = {examples!r}
book_records = {records!r}
"""
INDEX = "(index)=\n# Index\n\n```{toctree}\n:glob:\n\n*\n```\n"


@dataclass(frozen=True)
class Build:
    """What a build said, and what it wrote: titles and text, as the browser gets them."""

    status: int
    warnings: str
    static: Path

    def data(self, name: str) -> Any:
        source = (self.static / f"search-{name}.js").read_text(encoding="utf-8")
        return json.loads(source[source.index(" = ") + 3 : source.rindex(";")])

    def units(self, page: str = "page") -> list[list[Any]]:
        """Of one page, each unit but examples: kind, parent, label, title, names, names of the library, longer names,
        text, code."""
        pages = zip(self.data("titles")["pages"], self.data("text"), strict=True)
        small, (large, _) = next((units, text) for (url, _, units), text in pages if url == f"{page}.html")
        return [[*titles, *text[:3]] for titles, text in zip(small, large, strict=True)]

    def examples(self, page: str = "page") -> list[list[Any]]:
        """Of one page, each example: parent, label, title, names, longer names, code."""
        pages = zip(self.data("titles")["pages"], self.data("text"), strict=True)
        return next(examples for (url, *_), (_, examples) in pages if url == f"{page}.html")


@dataclass(frozen=True)
class MiniBook:
    """A book of two editions in `folder`."""

    folder: Path

    def page(self, text: str, name: str = "page", editions: tuple[str, ...] = ("en", "zh")) -> None:
        """Writes a page as it stands, with its title."""
        for edition in editions:
            (self.folder / "docs" / edition / f"{name}.md").write_text(text, encoding="utf-8")

    def build(self, edition: str = "en", *options: str) -> Build:
        out, warnings = self.folder / "out" / edition, self.folder / "warnings.txt"
        warnings.unlink(missing_ok=True)
        arguments = ["-W", "--keep-going", "-n", "--no-color", "-w", str(warnings), "-t", edition, *options]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            status = build_main([*arguments, "-c", str(self.folder), str(self.folder / "docs" / edition), str(out)])
        said = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
        return Build(status, said, out / "_static")

    def built(self, edition: str = "en", *options: str) -> Build:
        """A build that must be without a warning."""
        build = self.build(edition, *options)
        assert build.status == 0, build.warnings
        return build


@pytest.fixture
def book(tmp_path: Path) -> MiniBook:
    """A book with an index in both editions, and nothing else."""
    for edition in ("en", "zh"):
        (tmp_path / "docs" / edition).mkdir(parents=True)
        (tmp_path / "docs" / edition / "index.md").write_text(INDEX, encoding="utf-8")
    conf = CONF.format(examples=str(tmp_path / "examples"), records=str(tmp_path / "records"))
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    return MiniBook(tmp_path)


@pytest.fixture(scope="session")
def html(make: Callable[..., None]) -> Path:
    """The folder of both editions of the real book, up to date, as Sphinx writes them: their files have plain names."""
    make("html")
    return ROOT / "_build" / "pages"


@dataclass(frozen=True)
class Search:
    """The shipped script with some data."""

    machine: MiniRacer

    def call(self, function: str, *arguments: object) -> Any:
        """What `search.function(...)` returns."""
        given = ", ".join(json.dumps(argument) for argument in arguments)
        return json.loads(str(self.machine.eval(f"JSON.stringify(search.{function}({given}))")))

    def labels(self, query: str) -> list[str]:
        return [hit["label"] for hit in self.call("find", query)]


@pytest.fixture(scope="session")
def search_in() -> Callable[[Mapping[str, Any], object], Search]:
    """Makes a search of titles, and of a text unless that is None."""

    def make(titles: Mapping[str, Any], text: object = None) -> Search:
        machine = MiniRacer()
        machine.eval((ROOT / "docs/_static/search-engine.js").read_text(encoding="utf-8"))
        machine.eval(f"const titles = {json.dumps(titles)}; const search = bookSearch.create(titles)")
        if text is not None:
            machine.eval(f"search.addText({json.dumps(text)})")
        return Search(machine)

    return make
