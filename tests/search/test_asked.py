"""The file of what readers ask, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from booksearch.asked import read_asked

if TYPE_CHECKING:
    from pathlib import Path

    from booksearch.terms import Problem

    from .conftest import MiniBook

HEADER = "label\tEnglish\tChinese\n"
LABELS = {"one", "two", "three"}
PAGE = "(page)=\n# Locks\n\nText.\n"


def read(folder: Path, lines: str) -> tuple[dict[str, list[str]], list[Problem]]:
    file = folder / "search-asked.tsv"
    file.write_text(lines, encoding="utf-8")
    return read_asked(file, LABELS)


def test_the_questions_of_both_languages(tmp_path: Path) -> None:
    asked, problems = read(tmp_path, f"{HEADER}one\twhy so | how\t为什么|怎么\n")
    assert asked == {"one": ["why so", "how", "为什么", "怎么"]}
    assert not problems


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("two\tonly English", "there are 2 columns"),
        ("two\ta||b\t问", "a question is missing"),
        ("two\t\t问", "a question is missing"),
        ("one\tb\t问", "'one' has a line already"),
        ("four\tb\t问", "no section has the label 'four'"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path: Path, line: str, said: str) -> None:
    asked, problems = read(tmp_path, f"{HEADER}one\ta\t问\n{line}\nthree\tc\t问\n")
    assert list(asked) == ["one", "three"]
    assert [problem.line for problem in problems] == [3]
    assert said in problems[0].text


def test_no_file_is_no_questions(tmp_path: Path) -> None:
    assert read_asked(tmp_path / "none.tsv", LABELS) == ({}, [])


def test_a_section_is_found_by_what_readers_ask(book: MiniBook) -> None:
    book.page(PAGE)
    (book.folder / "docs/search-asked.tsv").write_text(f"{HEADER}page\twhy stuck\t不动了\n", encoding="utf-8")
    ((_, _, _, asked),) = [unit for units, _ in book.built().data("text") for unit in units if len(unit) == 4]
    assert asked == ["why stuck", "不动了"]


def test_a_bad_line_fails_the_build_and_names_its_place(book: MiniBook) -> None:
    book.page(PAGE)
    (book.folder / "docs/search-asked.tsv").write_text(f"{HEADER}pages\twhy\t怎么\n", encoding="utf-8")
    build = book.build()
    assert build.status == 1
    assert "docs/search-asked.tsv:2: WARNING: no section has the label 'pages'" in build.warnings
