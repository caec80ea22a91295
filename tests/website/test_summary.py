"""A page's summary: whole sentences, in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from website.summary import shortened

if TYPE_CHECKING:
    from .conftest import SmallSite


@pytest.mark.parametrize(
    ("text", "limit", "summary"),
    [
        ("Short enough.", 20, "Short enough."),
        ("One line\nand  another.", 99, "One line and another."),
        ("One. Two three four.", 10, "One."),
        ("One. Two. Three four.", 10, "One. Two."),
        ("Version 3.14 is new. And more follows here.", 25, "Version 3.14 is new."),
        ("Many words without an end in sight", 20, "Many words without…"),
        ("Many words, without an end", 13, "Many words…"),
        ("这一句。那一句还有很多字。", 8, "这一句。"),
        ("没有句号的一长串文字还在继续", 8, "没有句号的一长…"),
    ],
)
def test_as_much_as_there_is_room_for(text: str, limit: int, summary: str) -> None:
    assert shortened(text, limit) == summary
    assert len(summary) <= limit


def test_the_first_paragraph_of_the_text_counts(small: SmallSite) -> None:
    small.page(":::{container} x\nNot this.\n:::\n\nBut *this*, and\n`that`.")
    assert small.built("en", "-j", "2").meta()["description"] == "But this, and that."


def test_a_page_without_a_paragraph_has_none(small: SmallSite) -> None:
    small.page("```\ncode\n```")
    assert "description" not in small.built().meta()


def test_a_page_can_say_it_itself(small: SmallSite) -> None:
    small.write("b/page", '---\ndescription: "What it says"\n---\n(p)=\n# Title\n\nText.\n')
    assert small.built().meta()["og:description"] == "What it says"
