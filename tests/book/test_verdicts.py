"""A table of claims, and under which start methods, on which Pythons, each one holds."""

from __future__ import annotations

from platform import python_version
from typing import TYPE_CHECKING

import pytest

from book.verdicts import Claim, VerdictError, changes, read_claim
from runs.example import read_example
from runs.python import python_at
from runs.store import Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

    from .conftest import Build, MiniBook

SHOW = "```{example} x/shown.py\n```"
LINE = "`x/shown.py` | Children are `fork` copies | {ref}`index`"
PAGE = f"```{{verdicts}}\n{LINE}\n```\n\n{SHOW}"
ALWAYS = "print('a fact')\nprint('holds: False')\n"
UNDER_FORK = "from multiprocessing import get_start_method\nprint('holds:', get_start_method() == 'fork')\n"
UNDER_FORK_CONTRACT = "#: under fork\nholds: True\n#: under spawn, forkserver\nholds: False\n"
HERE = ".".join(python_version().split(".")[:2])


def built(book: MiniBook, edition: str = "en") -> Build:
    build = book.build(edition)
    assert build.status == 0, build.warnings
    return build


def rows_of(build: Build) -> list[Tag]:
    return build.html().select("table.verdicts tbody tr")


def cells_of(row: Tag) -> list[str]:
    return [cell.get_text(" ", strip=True).replace(" ;", ";") for cell in row.select("td")]


def record(book: MiniBook, executable: str) -> None:
    """Runs the book's example on the Python of that file."""
    store, python = Store(book.folder / "records"), python_at(executable)
    for job in jobs_of(read_example(book.folder / "examples", "x/shown.py"), python):
        store.run(job)
    store.note_pythons([python.version])


def test_a_line_has_three_parts_and_a_claim_may_have_bars() -> None:
    line = "  `x/a.py` | `1 | 2` is `3` | {ref}`b`"
    assert read_claim(line, 7) == Claim("x/a.py", "`1 | 2` is `3`", "{ref}`b`", 7)


@pytest.mark.parametrize("line", ["x/a.py | claim | way", "`x/a.py` | claim", "`x/a.py`|claim|way", "claim"])
def test_another_line_cannot_be_read(line: str) -> None:
    with pytest.raises(VerdictError, match="cannot read"):
        read_claim(line, 1)


def test_a_verdict_is_told_again_only_where_it_changes() -> None:
    verdicts = {"3.11.7": True, "3.12.1": True, "3.14.8": False, "3.15.0": False, "3.16.0": True}
    assert list(changes(verdicts)) == [("3.11.7", True), ("3.14.8", False), ("3.16.0", True)]


def test_a_verdict_under_each_start_method_in_the_order_of_the_book(book: MiniBook) -> None:
    book.example(UNDER_FORK, UNDER_FORK_CONTRACT)
    book.page(PAGE)
    build = built(book)
    heads = [head.get_text(strip=True) for head in build.html().select("table.verdicts thead th")]
    assert heads == ["Older tutorials say or assume", "forkserver", "spawn", "fork", "The right way"]
    (row,) = rows_of(build)
    assert cells_of(row) == [
        "Children are fork copies script",
        "✗ does not hold",
        "✗ does not hold",
        "✓ holds",
        "Index",
    ]
    assert [code.get_text() for code in row.select("td:first-child code")] == ["fork"]


def test_a_verdict_that_all_start_methods_share_is_said_once(book: MiniBook) -> None:
    book.example(ALWAYS, "a fact\nholds: False\n")
    book.page(PAGE)
    (row,) = rows_of(built(book))
    assert cells_of(row) == ["Children are fork copies script", "✗ does not hold", "Index"]
    assert [cell.get("colspan") for cell in row.select("td")] == [None, "3", None]


def test_the_chinese_edition_says_it_in_chinese(book: MiniBook) -> None:
    book.example(UNDER_FORK, UNDER_FORK_CONTRACT)
    book.page(PAGE)
    build = built(book, "zh")
    (row,) = rows_of(build)
    assert cells_of(row)[1:4] == ["✗ 不成立", "✗ 不成立", "✓ 成立"]
    assert f"在 Python {HERE} 上运行过。" in build.html().get_text()


def test_the_claim_leads_to_its_script_and_the_right_way_to_its_page(book: MiniBook) -> None:
    book.example(ALWAYS, "a fact\nholds: False\n")
    book.page(PAGE)
    build = built(book)
    script, right_way = (link["href"] for link in rows_of(build)[0].select("a"))
    frame = build.html().find(id=str(script).removeprefix("#"))
    assert frame is not None
    assert frame.select_one(".example-path").get_text() == "x/shown.py"  # type: ignore[union-attr]
    assert right_way == "index.html#index"


def test_where_pythons_differ_the_change_is_told_with_its_version(book: MiniBook, stand_in: Callable[..., str]) -> None:
    flag = book.folder / "flag"
    flag.write_text("True")
    book.example(f"print('holds:', open({str(flag)!r}).read())\n", "holds: ...\n")
    book.page(PAGE)
    assert cells_of(rows_of(built(book))[0])[1] == "✓ holds"
    flag.write_text("False")
    record(book, stand_in("3.100.2"))
    build = built(book)
    assert cells_of(rows_of(build)[0])[1] == "✓ holds; since 3.100: ✗ does not hold"
    assert f"Run on Python {HERE}, 3.100." in build.html().get_text()
    assert cells_of(rows_of(built(book, "zh"))[0])[1] == "✓ 成立 ；自 3.100 起： ✗ 不成立"


def warned(book: MiniBook, script_page: str) -> tuple[str, int]:
    """What the build says of a page, at the second build as at the first, and how many lines it says."""
    book.page(script_page, editions=("en",))
    book.page(SHOW, editions=("zh",))
    first, second = book.build(), book.build()
    assert first.status != 0
    assert second.status != 0
    assert second.warnings == first.warnings
    return first.warnings, len(first.warnings.splitlines())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x/shown.py: a claim", "cannot read 'x/shown.py: a claim'"),
        ("`x/none.py` | a claim | {ref}`index`", "examples/x/none.py:1: there is no such script"),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_the_others_are_shown(book: MiniBook, line: str, said: str) -> None:
    book.example(ALWAYS, "a fact\nholds: False\n")
    text, lines = warned(book, f"```{{verdicts}}\n{LINE}\n\n{line}\n```\n\n{SHOW}")
    assert lines == 1
    assert f"page.md:7: WARNING: {said}" in text
    assert len(rows_of(book.build("en", "-E"))) == 1


def test_a_script_that_does_not_end_in_a_verdict_is_told(book: MiniBook) -> None:
    book.example("print('holds: False')\nprint('and more')\n", "holds: False\nand more\n")
    text, _ = warned(book, PAGE)
    where = f"page.md:5: WARNING: under forkserver on Python {python_version()}: x/shown.py must end by printing"
    assert where in text
    assert "page.md:4: WARNING: no line of {verdicts} makes a row" in text


def test_a_script_that_does_not_run_under_each_start_method_is_told(book: MiniBook) -> None:
    block = '\n# /// script\n# [tool.run]\n# start-methods = ["fork"]\n# ///\n'
    book.example(block + ALWAYS, "a fact\nholds: False\n")
    text, _ = warned(book, PAGE)
    assert "page.md:5: WARNING: x/shown.py does not run under forkserver, spawn: a verdict is for all" in text


def test_a_script_that_has_not_run_anywhere_is_told(book: MiniBook) -> None:
    book.example('\n# /// script\n# requires-python = ">=3.99"\n# ///\n' + ALWAYS, "a fact\nholds: False\n")
    text, _ = warned(book, PAGE)
    assert "page.md:5: WARNING: x/shown.py has run on no Python, so there is no verdict" in text


def test_a_script_that_the_page_does_not_show_is_told(book: MiniBook) -> None:
    book.example(ALWAYS, "a fact\nholds: False\n")
    book.example(ALWAYS, "a fact\nholds: False\n", name="x/other.py")
    book.page("```{example} x/other.py\n```", name="shows_the_other")
    text, lines = warned(book, PAGE.replace(LINE, f"{LINE}\n\n{LINE.replace('shown', 'other')}"))
    assert lines == 1
    assert "page.md:7: WARNING: this page does not show the script of a verdict: add {example} x/other.py" in text


def test_a_label_that_does_not_exist_is_told_at_its_line(book: MiniBook) -> None:
    book.example(ALWAYS, "a fact\nholds: False\n")
    book.page(PAGE.replace("`index`", "`nowhere`"))
    text = book.build().warnings
    assert "page.md:5: WARNING: undefined label: 'nowhere'" in text


def test_a_verdict_made_again_is_shown(book: MiniBook) -> None:
    book.example("print('holds: True')\n", "holds: ...\n")
    book.page(PAGE.replace(SHOW, SHOW.replace("\n", "\n:output: none\n")))  # which does not depend on the runs
    assert cells_of(rows_of(built(book))[0])[1] == "✓ holds"
    assert not built(book).read
    for file in book.records():
        file.write_text(file.read_text().replace("holds: True", "holds: False"))
    build = built(book)
    assert "page" in build.read
    assert cells_of(rows_of(build)[0])[1] == "✗ does not hold"
