"""Terms of the glossary have the same anchors in both editions, and are found by both of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from book.glossary import Names, anchor_of, names_of

if TYPE_CHECKING:
    from .conftest import MiniBook

GLOSSARY = "```{{glossary}}\n{}\n  How a child starts.\n\n{}\n  What will come.\n\nfork\n  Copies.\n```\n\n{{term}}`{}`"
ENGLISH = GLOSSARY.format("start method", "future", "start method")
CHINESE = GLOSSARY.format("启动方式（start method）", "Future 对象（future）", "怎样启动 <start method>")


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("启动方式（start method）", Names("启动方式", "start method")),
        ("Future 对象（future）", Names("Future 对象", "future")),
        ("start method", Names("start method", "start method")),
        ("fork", Names("fork", "fork")),
    ],
)
def test_the_names_in_a_heading(heading: str, names: Names) -> None:
    assert names_of(heading) == names


@pytest.mark.parametrize(
    ("english", "anchor"),
    [("start method", "term-start-method"), ("GIL", "term-gil"), ("copy-on-write", "term-copy-on-write")],
)
def test_an_anchor_comes_from_the_english_name(english: str, anchor: str) -> None:
    assert anchor_of(english) == anchor


def test_both_editions_have_the_same_anchors(book: MiniBook) -> None:
    book.page(ENGLISH, editions=("en",))
    book.page(CHINESE, editions=("zh",))
    for edition in ("en", "zh"):
        build = book.build(edition)
        assert build.status == 0, build.warnings
        html = build.html()
        assert [term["id"] for term in html.select("dt")] == ["term-start-method", "term-future", "term-fork"]
        assert [link["href"] for link in html.select("p a.reference")] == ["#term-start-method"]


@pytest.mark.parametrize("name", ["启动方式", "start method", "Start Method"])
def test_a_chinese_page_finds_a_term_by_either_name(book: MiniBook, name: str) -> None:
    book.page(CHINESE, editions=("zh",))
    book.page("Page.", editions=("en",))
    book.page(f"{{term}}`{name}`", name="other")
    build = book.build("zh")
    assert build.status == 0, build.warnings
    assert [link["href"] for link in build.html("other").select("p a.reference")] == ["page.html#term-start-method"]


def test_the_whole_heading_is_no_name(book: MiniBook) -> None:
    book.page(CHINESE + "{term}`启动方式（start method）`", editions=("zh",))
    book.page("Page.", editions=("en",))
    assert "term not in glossary: '启动方式（start method）'" in book.build("zh").warnings


def test_the_index_has_a_chinese_term_under_both_names(book: MiniBook) -> None:
    book.page(CHINESE, editions=("zh",))
    book.page("Page.", editions=("en",))
    index = book.build("zh").html("genindex")
    links = {link.get_text(strip=True): link for link in index.select(".genindextable a")}
    assert {text: str(link["href"]) for text, link in links.items()} == {
        "启动方式": "page.html#term-start-method",
        "start method": "page.html#term-start-method",
        "Future 对象": "page.html#term-future",
        "future": "page.html#term-future",
        "fork": "page.html#term-fork",
    }
    assert links["启动方式"].strong
    assert not links["start method"].strong
    assert "另请参见 启动方式" in index.get_text()
