"""Text in Typst's source."""

from __future__ import annotations

import pytest
import typst

from pdf.literals import array, breakable, pieces, string

HARD = [
    "",
    'a "b" \\n #c $d$ *e* _f_ @g <h> // i',
    "one\ntwo\ttab\r",
    "\x00\x1b[1m\x7f",
    "中文，「引号」",
    "\\u{41}",
    "}])",
]


@pytest.mark.parametrize("text", HARD)
def test_a_string_means_what_it_meant(text: str) -> None:
    source = f"#let given = {string(text)}\n#metadata(array(bytes(given))) <it>"
    found = typst.query(source.encode(), "<it>", field="value", one=True)
    assert bytes(int(number) for number in found.strip("[]\n").split(",") if number).decode() == text


def test_an_array_of_one_is_an_array() -> None:
    assert array(["1"]) == "(1,)"
    assert array([]) == "()"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("queue.put(item)", ["queue.put(item)"]),  # short enough for a line
        ("multiprocessing.connection.wait()", ["multiprocessing.", "connection.", "wait()"]),
        ("set_start_method(method=spawn)", ["set_", "start_", "method(", "method=", "spawn)"]),
        ("concurrent.futures.abcd.ef", ["concurrent.", "futures.", "abcd.ef"]),  # no two letters on a line of their own
        ("found at __main__.<lambda> in it", ["found at __main__.<lambda> in it"]),
    ],
)
def test_a_long_name_is_broken_after_punctuation(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts


def test_places_to_break_leave_nothing_in_the_text() -> None:
    assert breakable("multiprocessing.connection") == '#"multiprocessing.";#B.joint;#"connection";'
