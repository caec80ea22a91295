"""Chinese text broken over lines in the source has no spaces on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import MiniBook

CASES = {
    "between Han characters": ("第一行\n第二行", "第一行第二行"),
    "after full-width punctuation": ("第一行，\n第二行", "第一行，第二行"),
    "after full-width punctuation, before Latin": ("第一行，\nPython 也", "第一行，Python 也"),
    "one that stays before one that goes": ("在 Linux\n默认用的\n方式", "在 Linux 默认用的方式"),
    "before bold": ("第一行\n**第二行**", "第一行第二行"),
    "after bold": ("**第一行**\n第二行", "第一行第二行"),
    "between Chinese and Latin a space stays": ("使用\nPython", "使用 Python"),
    "around inline code a space stays": ("使用\n`fork`\n启动", "使用 fork 启动"),
    "between code and punctuation": ("使用 `fork`\n（父进程）", "使用 fork（父进程）"),
    "Latin alone": ("one\ntwo", "one two"),
    "inside a list": ("- 第一行\n  第二行", "第一行第二行"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_soft_break(book: MiniBook, case: str) -> None:
    source, shown = CASES[case]
    book.page(source)
    build = book.build("zh")
    assert build.status == 0, build.warnings
    block = build.html().select_one("section p, section li")
    assert block is not None
    assert " ".join(block.get_text().split()) == shown


def test_an_english_page_keeps_its_spaces(book: MiniBook) -> None:
    book.page("中文\n中文")
    assert "中文\n中文" in book.build("en").html().get_text()


def test_code_is_left_alone(book: MiniBook) -> None:
    book.page("```text\n第一行\n第二行\n```")
    assert "第一行\n第二行\n" in book.build("zh").html().get_text()
