"""The terms of the book: the glossaries have all of docs/terms.tsv, and the Chinese pages use its words only."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from book import twins
from book.glossary import names_of
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = sorted(twins.find_pages("zh"))
ENTRY = re.compile(r"^(\S.*)\n  \S", re.MULTILINE)  # a term, and its text below it
GLOSSARY = re.compile(r"^:::\{glossary\}\n(.*?)^:::$", re.MULTILINE | re.DOTALL)
ENGLISH_NAME = re.compile(r"（([A-Za-z][A-Za-z -]*)）")


class Term(NamedTuple):
    """A row of the table; `chinese` is empty where the English word is not translated."""

    english: str
    chinese: str
    unwanted: tuple[str, ...]


def read_terms() -> list[Term]:
    with (ROOT / "docs/terms.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Term(row["English"], row["Chinese"], tuple(filter(None, row["not"].split("|")))) for row in rows]


TERMS = read_terms()
CHINESE = {term.english: term.chinese for term in TERMS}


def headings(edition: str) -> list[str]:
    text = (ROOT / "docs" / edition / "glossary/index.md").read_text(encoding="utf-8")
    return [heading for content in GLOSSARY.findall(text) for heading in ENTRY.findall(content)]


def faults(text: str) -> Iterator[str]:
    """Words of which the table says not to use them, and terms that the text gives another Chinese name."""
    for term in TERMS:
        yield from (f"'{word}': write '{term.chinese or term.english}'" for word in term.unwanted if word in text)
    for match in ENGLISH_NAME.finditer(text):
        before, chinese = text[: match.start()].removesuffix("」"), CHINESE.get(match[1], "")
        if not before.endswith(chinese):
            yield f"'{before[-8:]}{match[0]}': write '{chinese}{match[0]}'"


def test_the_english_glossary_has_every_term_in_order() -> None:
    assert headings("en") == [term.english for term in TERMS]


def test_the_chinese_glossary_has_every_term_with_both_names() -> None:
    expected = [(term.chinese or term.english, term.english) for term in TERMS]
    assert [names_of(heading) for heading in headings("zh")] == expected


def test_no_term_stands_twice() -> None:
    assert len(CHINESE) == len(TERMS)
    named = [term.chinese for term in TERMS if term.chinese]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT / "docs/zh")))
def test_a_page_uses_the_words_of_the_table(page: Path) -> None:
    found = list(faults(page.read_text(encoding="utf-8")))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", ["三个进程在屏障前等", "这是启动方法（start method）"])
def test_another_word_is_found(text: str) -> None:
    assert list(faults(text))


@pytest.mark.parametrize("text", ["换一种启动方式（start method）", "三个进程在栅栏前等", "本站（local host）"])
def test_the_right_word_is_no_fault(text: str) -> None:
    assert not list(faults(text))
