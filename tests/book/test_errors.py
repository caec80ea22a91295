"""Error texts as recorded runs printed them, by Python and start method, and what is told when none did."""

from __future__ import annotations

import sys
from platform import python_version
from typing import TYPE_CHECKING

import pytest

from book.errors import ErrorText, begins, claims_of, found_in, spans, where
from runs.example import read_example
from runs.python import python_at
from runs.store import Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Build, MiniBook

KNOWN = ["3.11.7", "3.12.1", "3.13.0", "3.14.8", "3.15.0"]
ALL = ("forkserver", "spawn", "fork")
SHOW = "```{example} x/shown.py\n```"
RAISES = "print('caught: ValueError: no such order: 7')\n"
CONTRACT = "caught: ValueError: ...\n"
HERE = ".".join(python_version().split(".")[:2])


def page(*claims: str, heading: str = "`ValueError: no such order`") -> str:
    content = "\n\n".join(claims)
    return f"{SHOW}\n\n(x)=\n## {heading}\n\n```{{error}} x/shown.py\n{content}\n```\n"


def built(book: MiniBook, edition: str = "en") -> Build:
    build = book.build(edition)
    assert build.status == 0, build.warnings
    return build


def parts(build: Build) -> list[str]:
    """The texts on the page, and below them where they were printed."""
    return [part.get_text().strip() for part in build.html().select(".error-texts > *")]


def warned(book: MiniBook, text: str) -> str:
    """What the build says of a page, at the second build as at the first."""
    book.page(text, editions=("en",))
    book.page(SHOW, editions=("zh",))
    first, second = book.build(), book.build()
    assert first.status != 0
    assert second.status != 0
    assert second.warnings == first.warnings
    return first.warnings


def record(book: MiniBook, executable: str) -> None:
    """Runs the book's example on the Python of that file."""
    store, python = Store(book.folder / "records"), python_at(executable)
    for job in jobs_of(read_example(book.folder / "examples", "x/shown.py"), python):
        store.run(job)
    store.note_pythons([python.version])


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("ValueError: too late", ["ValueError: too late"]),
        ("ValueError: ...", ["ValueError: too late", "ValueError: too early"]),
        ("ValueError: too", []),
        ("Error: too late", []),
        ("get(): ValueError: ...", ["get(): ValueError: too early"]),
    ],
)
def test_a_text_is_the_end_of_a_line_from_a_space_on(claim: str, found: list[str]) -> None:
    output = "Traceback\n  ValueError: too late\nget(): ValueError: too early\n"
    assert list(found_in([claim], output)) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (["first", "second"], ["first\nsecond"]),
        (["first", "s..."], ["first\nsecond"]),
        (["second", "first"], []),
        (["first", "...", "third"], ["first\n...\nthird"]),
        (["first", "...", "second"], ["first\n...\nsecond"]),
        (["third", "first"], []),
    ],
)
def test_a_text_of_several_lines(claim: list[str], found: list[str]) -> None:
    assert list(found_in(claim, "  first\n  second\nthird\n")) == found


def test_empty_lines_keep_claims_apart() -> None:
    assert claims_of(["", "a", "  b", "", "", "c"]) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("versions", "text"),
    [
        (KNOWN, "3.11 to 3.15"),
        (KNOWN[:2], "3.11, 3.12"),
        ([*KNOWN[:3], KNOWN[4]], "3.11 to 3.13, 3.15"),
        ([KNOWN[0], KNOWN[2], KNOWN[4]], "3.11, 3.13, 3.15"),
    ],
)
def test_three_versions_in_a_row_are_told_by_the_first_and_the_last(versions: list[str], text: str) -> None:
    assert spans(versions, KNOWN, "en") == text


@pytest.mark.parametrize(
    ("edition", "text"),
    [
        ("en", "Python 3.11, under forkserver and spawn; Python 3.12 to 3.14; Python 3.15, under fork"),
        ("zh", "Python 3.11，在 forkserver 和 spawn 下；Python 3.12 到 3.14；Python 3.15，在 fork 下"),
    ],
)
def test_start_methods_are_told_where_they_are_not_all(edition: str, text: str) -> None:
    methods = [ALL[:2], ALL, ALL, ALL, ALL[2:]]
    assert where(ErrorText("", dict(zip(KNOWN, methods, strict=True))), KNOWN, edition) == text


@pytest.mark.parametrize(
    ("heading", "fits"),
    [("Error: a b", True), ("Error: a b c", True), ("Error: ... c", True), ("a b", False), ("Error: a b c d", False)],
)
def test_a_heading_is_the_beginning_of_a_text(heading: str, fits: bool) -> None:
    assert begins("Error:\na b\nc", heading) is fits


def test_the_text_is_what_the_run_printed_with_a_link_to_the_script(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    book.page(SHOW)
    book.page(page("ValueError: ...").removeprefix(SHOW), name="errors")
    build = built(book)
    shown = build.html("errors").select(".error-texts > *")
    label = f"Python {HERE} · script"
    assert [part.get_text().strip() for part in shown] == ["ValueError: no such order: 7", label]
    assert [link["href"] for link in shown[-1].select("a")] == ["page.html#example-shown"]


def test_texts_of_the_same_pythons_have_one_label(book: MiniBook) -> None:
    book.example(
        "print('ValueError: no such order')\nprint('KeyError: 7')\n", "ValueError: no such order\nKeyError: 7\n"
    )
    book.page(page("ValueError: no such order", "KeyError: 7"))
    assert parts(built(book)) == ["ValueError: no such order", "KeyError: 7", f"Python {HERE} · script"]


@pytest.mark.parametrize(
    ("silent", "english", "chinese"),
    [
        ("fork", "under forkserver and spawn", "在 forkserver 和 spawn 下"),
        ("forkserver", "under spawn and fork", "在 spawn 和 fork 下"),
    ],
)
def test_a_text_of_some_start_methods_says_so(book: MiniBook, silent: str, english: str, chinese: str) -> None:
    source = "from multiprocessing import get_start_method\n"
    source += f"print('-' if get_start_method() == '{silent}' else 'ValueError: no such order')\n"
    book.example(source, "...\n")
    book.page(page("ValueError: no such order"))
    assert parts(built(book))[1] == f"Python {HERE}, {english} · script"
    assert parts(built(book, "zh"))[1] == f"Python {HERE}，{chinese} · 脚本"


def test_a_text_that_differs_by_version_is_shown_for_each(book: MiniBook, stand_in: Callable[..., str]) -> None:
    flag = book.folder / "flag"
    flag.write_text("no such order")
    book.example(f"print('ValueError:', open({str(flag)!r}).read())\n", "ValueError: ...\n")
    book.page(page("ValueError: ..."))
    assert parts(built(book))[0] == "ValueError: no such order"
    flag.write_text("order not found")
    record(book, stand_in("3.100.2"))
    first, second = f"Python {HERE} · script", "Python 3.100 · script"
    assert parts(built(book)) == ["ValueError: no such order", first, "ValueError: order not found", second]


@pytest.mark.parametrize(
    "varies",
    [
        "os.getpid()",
        "hex(os.getpid())",
        "'/psm_' + os.urandom(4).hex()",
        "'/mp-' + os.urandom(4).hex()",
        "os.urandom(6).hex()",
    ],
)
def test_what_is_another_one_at_each_run_makes_no_other_text(book: MiniBook, varies: str) -> None:
    book.example(f"import os\nprint('ValueError:', {varies})\n", "ValueError: ...\n")
    book.page(page("ValueError: ...", heading="Errors"))
    assert len(parts(built(book))) == 2


def test_a_text_on_standard_error_counts(book: MiniBook) -> None:
    block = "\n# /// script\n# [tool.run]\n# exit-code = 1\n# ///\n"
    book.example(f"{block}raise ValueError('no such order')\n", "#: stderr\n...\nValueError: no such order\n")
    book.page(page("ValueError: no such order"))
    assert parts(built(book))[0] == "ValueError: no such order"


def test_a_text_that_no_run_printed_is_told_at_its_line(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    text = warned(book, page("ValueError: ...", "ValueError:\nno such file"))
    said = "WARNING: no recorded run of x/shown.py has printed this error: ValueError: ⏎ no such file"
    assert f"page.md:10: {said}" in text
    assert len(text.splitlines()) == 1


def test_a_directive_that_claims_nothing_is_told(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    assert "page.md:10: WARNING: say which error of x/shown.py is meant" in warned(book, page(""))


def test_a_script_that_does_not_exist_is_told(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    text = warned(book, f"{SHOW}\n\n```{{error}} x/missing.py\nValueError: ...\n```\n")
    assert "page.md:7: WARNING: examples/x/missing.py:1: there is no such script" in text


def test_a_script_that_no_page_shows_is_told(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    book.example(RAISES, CONTRACT, name="x/other.py")
    book.page(page("ValueError: ...").replace("error} x/shown", "error} x/other"))
    build = book.build()
    assert build.status != 0
    assert "page.md:10: WARNING: undefined label: 'example-other'" in build.warnings


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python that runs the tests stands for the newest one."""
    monkeypatch.setattr("book.errors.MINORS", (sys.version_info.minor,))


@pytest.mark.usefixtures("newest")
def test_a_heading_of_code_that_no_text_begins_with_is_told(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    text = warned(book, page("ValueError: ...", heading="`KeyError: 7`"))
    assert "page.md:8: WARNING: no error text below this heading begins as it does: KeyError: 7" in text


@pytest.mark.usefixtures("newest")
@pytest.mark.parametrize("heading", ["`ValueError: no such order`", "KeyError", "`KeyError` or so"])
def test_a_heading_in_words_may_say_something_else(book: MiniBook, heading: str) -> None:
    book.example(RAISES, CONTRACT)
    book.page(page("ValueError: ...", heading=heading))
    built(book)


def test_a_heading_is_not_held_against_an_older_python(book: MiniBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("book.errors.MINORS", (sys.version_info.minor, 99))
    book.example(RAISES, CONTRACT)
    book.page(page("ValueError: ...", heading="`KeyError: 7`"))
    built(book)


@pytest.mark.parametrize(
    ("edition", "said"),
    [("en", "Python >=3.99, not run by this build · script"), ("zh", "Python >=3.99，这次构建没有运行 · 脚本")],
)
@pytest.mark.usefixtures("newest")
def test_a_text_of_pythons_that_have_not_run_is_shown_as_claimed(book: MiniBook, edition: str, said: str) -> None:
    book.example(RAISES, CONTRACT)
    book.page(page(':python: ">=3.99"\nKeyError: ...', heading="`KeyError: 7`"))
    assert parts(built(book, edition)) == ["KeyError: ...", said]


def test_a_text_of_pythons_that_have_run_is_shown(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    book.page(page(':python: ">=3.11"\nValueError: ...'))
    assert parts(built(book))[0] == "ValueError: no such order: 7"


def test_a_run_made_again_is_shown(book: MiniBook) -> None:
    book.example(RAISES, CONTRACT)
    book.page(SHOW.replace("\n", "\n:output: none\n"))
    book.page(page("ValueError: ...", heading="Errors").removeprefix(SHOW), name="errors")
    built(book)
    assert not built(book).read
    for file in book.records():
        file.write_text(file.read_text().replace("no such order", "no such file"))
    build = built(book)
    assert build.read == ["errors"]
    assert "ValueError: no such file: 7" in build.html("errors").get_text()
