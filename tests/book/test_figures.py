"""The tables of the colophon: what the build knows of itself."""

from __future__ import annotations

import json
from importlib.metadata import version
from platform import python_version
from typing import TYPE_CHECKING

import pytest

from runs.example import read_example
from runs.figures import Figures, note_figures
from runs.soaked import Soaked, note

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build, MiniBook


def built(book: MiniBook, edition: str = "en") -> Build:
    build = book.build(edition, "-D", f"book_soak={book.folder / 'soak.json'}")
    assert build.status == 0, build.warnings
    return build


def rows_of(build: Build) -> list[list[str]]:
    rows = build.html().select("table.figures tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in rows]


@pytest.fixture
def records(book: MiniBook) -> Path:
    """The records of a book with one example, of which two Pythons' runs were counted."""
    book.example("print(1)\n", "1\n")
    rows = [Figures("3.9.1", 1, 1200, 90.0, 0), Figures("3.100.0", 1, 34, 45.0, 1)]
    note_figures(book.folder / "records", [read_example(book.folder / "examples", "x/shown.py")], rows)
    return book.folder / "records"


def test_runs_have_a_row_for_each_python_and_their_sum(book: MiniBook, records: Path) -> None:
    book.page("```{figures} runs\n```\n\n```{example} x/shown.py\n```")
    assert rows_of(built(book)) == [
        ["Python", "Examples", "Runs", "Minutes", "Contracts broken"],
        ["3.9.1", "1", "1,200", "1.5", "0"],
        ["3.100.0", "1", "34", "0.8", "1"],
        ["all", "1", "1,234", "2.2", "1"],
    ]
    assert rows_of(built(book, "zh"))[-1] == ["合计", "1", "1,234", "2.2", "1"]


def test_a_soak_tells_which_scripts_have_changed_since(book: MiniBook, records: Path) -> None:
    example = read_example(book.folder / "examples", "x/shown.py")
    marks = [example.digest[:12], "of one before"]
    note(book.folder / "soak.json", Soaked("3.9.1", 20, "2026-01-02", runs=1200, busy=0.987, examples=marks))
    book.page("```{figures} soak\n```")
    book.page("```{example} x/shown.py\n```", name="another")
    assert rows_of(built(book))[1:] == [["3.9.1", "2026-01-02", "1,200", "99%", "0", "0", "0", "1 / 1"]]
    book.example("print(1) \n", "1\n")
    changed = read_example(book.folder / "examples", "x/shown.py")
    note_figures(records, [changed], [])
    assert rows_of(built(book))[1][-1] == "0 / 1"


def test_tools_are_those_that_are_installed(book: MiniBook) -> None:
    book.page("```{figures} tools\n```")
    rows = rows_of(built(book))
    assert ["Python", python_version()] in rows
    assert ["Sphinx", version("sphinx")] in rows


def test_runs_that_have_not_been_counted_are_told_once_they_are(book: MiniBook) -> None:
    book.page("```{figures} runs\n```")
    assert "Nothing has been counted yet." in built(book).html().get_text()
    note_figures(book.folder / "records", [], [Figures("3.9.1", 1, 1, 1.0, 0)])
    assert rows_of(built(book))[1:] == [["3.9.1", "1", "1", "0.0", "0"]]  # and no sum of one


def test_a_soak_that_has_not_been_is_told_once_it_has(book: MiniBook, records: Path) -> None:
    book.page("```{figures} soak\n```\n\n```{example} x/shown.py\n```")
    assert "Nothing has been counted yet." in built(book).html().get_text()
    note(book.folder / "soak.json", Soaked("3.9.1", 20))
    assert len(rows_of(built(book))) == 2


def test_another_word_is_an_error_that_names_the_others(book: MiniBook) -> None:
    book.page("```{figures} everything\n```")
    build = book.build()
    assert build.status == 1
    assert "page.md:4: ERROR: {figures} takes one of runs, soak, search, tools, not 'everything'" in build.warnings


def test_the_search_has_a_row_for_each_kind_of_query(book: MiniBook) -> None:
    book.page("```{figures} search\n```")
    options = ("-D", f"book_search={book.folder / 'search.json'}")
    assert "Nothing has been counted yet." in book.build("en", *options).html().get_text()
    found = {"typo": [10, 0.9, 1.0, 0.95], "all": [10, 0.9, 1.0, 0.95]}
    (book.folder / "search.json").write_text(json.dumps({"en": found, "zh": found}), encoding="utf-8")
    assert rows_of(book.build("en", *options))[1:] == [
        ["Misspelled", "10", "90%", "100%", "0.95"],
        ["All", "10", "90%", "100%", "0.95"],
    ]
    assert rows_of(book.build("zh", *options))[1][0] == "写错的"
