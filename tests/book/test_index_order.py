"""The general index is in the order that readers know: Chinese by its reading, under the letter that it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from book.index_order import grouped, letter_of, reading

if TYPE_CHECKING:
    from book.index_order import Entry

    from .conftest import MiniBook

LINKS: list[tuple[str | None, str]] = [(None, "page.html#page")]


def entry(text: str, *subentries: str) -> Entry:
    """A subentry that says `see also` leads nowhere, as Sphinx has it."""
    return text, (LINKS, [(sub, [] if sub.startswith("另请参见") else LINKS) for sub in subentries], None)


def texts(edition: str, *words: str) -> dict[str, list[str]]:
    index = grouped([("?", [entry(word)]) for word in words], edition)
    return {letter: [text for text, _ in entries] for letter, entries in index}


def test_chinese_entries_stand_under_letters() -> None:
    assert texts("zh", "锁", "进程", "启动方式", "死锁") == {"J": ["进程"], "Q": ["启动方式"], "S": ["死锁", "锁"]}


def test_latin_entries_come_first_under_a_letter() -> None:
    assert texts("zh", "进程", "joinable", "JoinableQueue", "join()") == {
        "J": ["join()", "joinable", "JoinableQueue", "进程"]
    }


def test_what_begins_with_no_letter_comes_first_of_all() -> None:
    assert texts("zh", "锁", "__main__", "+=") == {"符号": ["+=", "__main__"], "S": ["锁"]}
    assert texts("en", "lock", "__main__", "+=") == {"Symbols": ["+=", "__main__"], "L": ["lock"]}


def test_syllable_by_syllable_and_tone_by_tone() -> None:
    # 进 jin4 before 竞 jing4; 是 shi4 after 时 shi2; a shorter word before a longer one that begins with it
    assert texts("zh", "竞态条件", "进程池", "进程")["J"] == ["进程", "进程池", "竞态条件"]
    assert texts("zh", "事件", "时间")["S"] == ["时间", "事件"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("可重入锁", ["ke3", "chong2", "ru4", "suo3"]),
        ("重名", ["chong2", "ming2"]),
        ("重新抛出", ["chong2", "xin1", "pao1", "chu1"]),
        ("行缓冲", ["hang2", "huan3", "chong1"]),
        ("调用", ["diao4", "yong4"]),
        ("传给进程", ["chuan2", "gei3", "jin4", "cheng2"]),
        ("参数", ["can1", "shu4"]),
        ("栅栏", ["zha4", "lan2"]),
        ("卡住", ["ka3", "zhu4"]),
    ],
)
def test_characters_of_several_readings(word: str, syllables: list[str]) -> None:
    assert reading(word) == syllables


@pytest.mark.parametrize(
    ("text", "letter"), [("锁", "S"), ("Pool", "P"), ("pid", "P"), ("_x", ""), ("é", ""), ("3.14", "")]
)
def test_the_letter_of_an_entry(text: str, letter: str) -> None:
    assert letter_of(text) == letter


def test_subentries_are_in_order_and_see_comes_last() -> None:
    ((_, [(_, (_, subentries, _))]),) = grouped(
        [("?", [entry("锁", "统一的次序", "另请参见 临界区", "代价", "acquire()")])], "zh"
    )
    assert [text for text, _ in subentries] == ["acquire()", "代价", "统一的次序", "另请参见 临界区"]


def test_the_order_does_not_depend_on_the_order_before() -> None:
    words = ["Lock", "lock", "Lock()", "锁", "lock=False"]
    assert texts("zh", *words) == texts("zh", *reversed(words))


ENTRIES = (
    "```{index}\nsingle: __main__\nsingle: 锁\nsingle: SemLock\nsingle: 进程; 锁的\nsingle: 进程; 池\n```\n\nText."
)


def test_the_index_page_of_the_chinese_edition(book: MiniBook) -> None:
    book.page(ENTRIES)
    build = book.build("zh")
    assert build.status == 0, build.warnings
    html = build.html("genindex")
    assert [heading.get_text() for heading in html.select("h2")] == ["符号", "J", "S"]
    assert [link.get_text() for link in html.select(".genindex-jumpbox a")] == ["符号", "J", "S"]
    assert [link.get_text() for link in html.select(".genindextable a")] == ["__main__", "池", "锁的", "SemLock", "锁"]
