"""Code as colored lines."""

from __future__ import annotations

import random

import pytest

from pdf.code import ARROW, Line, Piece, colored, columns, cut, with_marks, wrapped

SCRIPT = '''"""Says hello. 打招呼。"""


def hello(name):
    return f"hello, {name}"  # (1)
'''


def test_lines_are_those_of_the_code() -> None:
    for code in (SCRIPT, SCRIPT.rstrip("\n"), "\n\nx = 1\n\n", ""):
        assert [line.text for line in colored(code, "python")] == code.split("\n")


def test_pieces_have_the_style_of_what_they_are() -> None:
    line = colored("def f(): return 1  # why", "python")[0]
    assert [(piece.style, piece.text) for piece in line.pieces if piece.style] == [
        ("keyword", "def"),
        ("name", "f"),
        ("keyword", "return"),
        ("number", "1"),
        ("comment", "# why"),
    ]


@pytest.mark.parametrize("language", ["text", "none", "no-such-language"])
def test_what_is_no_language_is_plain_text(language: str) -> None:
    assert colored("if x:\n  pass", language) == [Line([Piece("", "if x:")]), Line([Piece("", "  pass")])]


def test_marks_are_taken_out_and_noted() -> None:
    lines = list(with_marks(colored(SCRIPT, "python"), [1]))
    assert lines[4].text == '    return f"hello, {name}"'
    assert [line.mark for line in lines] == [0, 0, 0, 0, 1, 0]


def test_a_mark_that_is_not_one_stays() -> None:
    (line,) = with_marks(colored("x = 1  # (2)", "python"), [1])
    assert (line.text, line.mark) == ("x = 1  # (2)", 0)


def test_a_chinese_character_is_two_columns_wide() -> None:
    assert columns("abc") == 3
    assert columns("a中，b") == 6


def test_cutting_keeps_everything() -> None:
    pieces = [Piece("string", "abc"), Piece("", "def")]
    for place in range(7):
        before, after = cut(pieces, place)
        assert "".join(piece.text for piece in before) == "abcdef"[:place]
        assert "".join(piece.text for piece in (*before, *after)) == "abcdef"


def test_a_line_that_fits_is_left_alone() -> None:
    line = Line([Piece("", "x" * 88)], mark=1)
    assert list(wrapped(line, 88)) == [line]


def test_a_long_line_is_broken_after_punctuation_and_says_so() -> None:
    first, second = wrapped(Line([Piece("string", "one, two, three, four")], mark=3), 18)
    assert (first.text, first.is_continued, first.mark) == ("one, two, three, ", False, 0)
    assert (second.text, second.is_continued, second.mark) == ("four", True, 3)


def test_wrapped_lines_fit_and_lose_nothing() -> None:
    chooser = random.Random(1)
    for _ in range(300):
        text = "".join(chooser.choice("ab._ (中，") for _ in range(chooser.randrange(200)))
        room = chooser.randrange(6, 60)
        parts = list(wrapped(Line([Piece("", text)]), room))
        assert "".join(part.text for part in parts) == text
        assert all(columns(part.text) <= room - ARROW * part.is_continued for part in parts)
