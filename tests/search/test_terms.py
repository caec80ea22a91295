"""Files of words that mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from booksearch.terms import Group, Problem, read_glossary, read_terms
from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import MiniBook

HEADER = "said\tmeant\n"


def read(folder: Path, lines: str) -> tuple[list[Group], list[Problem]]:
    file = folder / "search-terms.tsv"
    file.write_text(lines, encoding="utf-8")
    return read_terms(file)


def test_one_column_and_two(tmp_path: Path) -> None:
    groups, problems = read(tmp_path, f"{HEADER}# a comment\n\nlock | 锁|mutex\npoison pill\tsentinel|哨兵值\n")
    words = ("lock", "锁", "mutex")
    assert groups == [Group(words, words), Group(("poison pill",), ("sentinel", "哨兵值"))]
    assert not problems


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a\tb\tc", "there are 3 columns"),
        ("a||b", "a word is missing"),
        ("a\t", "a word is missing"),
        ("\ta", "a word is missing"),
        ("a", "'a' means nothing else"),
        ("Lock|b", "'Lock' is said in line 2 already"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path: Path, line: str, said: str) -> None:
    groups, problems = read(tmp_path, f"{HEADER}lock|锁\n{line}\nx|y\n")
    assert [group.said[0] for group in groups] == ["lock", "x"]
    assert [problem.line for problem in problems] == [3]
    assert said in problems[0].text


def test_a_file_with_another_header_or_encoding(tmp_path: Path) -> None:
    assert read(tmp_path, "a|b\n")[1][0].line == 1
    (tmp_path / "search-terms.tsv").write_bytes(b"said\tmeant\n\xff|b\n")
    groups, problems = read_terms(tmp_path / "search-terms.tsv")
    assert not groups
    assert problems[0].line == 1
    assert "UTF-8" in problems[0].text


def test_no_file_is_no_terms(tmp_path: Path) -> None:
    assert read_terms(tmp_path / "none.tsv") == read_glossary(tmp_path / "none.tsv") == ([], [])


def test_the_names_of_a_term_in_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "terms.tsv"
    lines = ["English\tChinese\tnot\tnote", "lock\t锁\t\t", "fork\t\t\tnot translated", "pool\t进程池\t池|进程的池\t"]
    file.write_text("\n".join(lines), encoding="utf-8")
    groups, problems = read_glossary(file)
    assert [group.said for group in groups] == [("lock", "锁"), ("pool", "进程池", "池", "进程的池")]
    assert not problems
    file.write_text("English\n", encoding="utf-8")
    assert read_glossary(file)[1][0].line == 1


def test_a_broken_file_of_terms_fails_the_build_with_its_line_until_it_is_mended(book: MiniBook) -> None:
    file = book.folder / "docs/search-terms.tsv"
    file.write_text(f"{HEADER}a|b\nalone\n", encoding="utf-8")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert "docs/search-terms.tsv:3: WARNING: 'alone' means nothing else" in build.warnings
    assert build.data("titles")["terms"] == [[["a", "b"]]]
    file.write_text(f"{HEADER}a|b\nalone\tby oneself\n", encoding="utf-8")
    assert book.built().data("titles")["terms"] == [[["a", "b"]], [["alone"], ["by oneself"]]]


def test_the_terms_of_the_book_can_be_read() -> None:
    groups, problems = read_terms(ROOT / "docs/search-terms.tsv")
    assert groups
    assert not problems
