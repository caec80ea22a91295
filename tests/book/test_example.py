"""What a page shows of an example, and when it is read again."""

from __future__ import annotations

from platform import python_version
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bs4 import Tag

    from .conftest import MiniBook

SHOW = "```{example} x/shown.py\n```"


def text_of(frame: Tag, selector: str) -> list[str]:
    return [found.get_text() for found in frame.select(selector)]


def test_source_path_download_label_and_output(book: MiniBook) -> None:
    script = book.example("print('hello')\n", "hello\n")
    book.page(SHOW)
    frame = book.frame()
    assert text_of(frame, ".example-path") == ["x/shown.py"]
    assert text_of(frame, ".example-source pre") == [script.read_text(encoding="utf-8")]
    assert text_of(frame, ".example-output pre") == ["hello\n"]
    label = text_of(frame, ".run-label")[0].split(" · ")
    assert label[:2] == [f"Python {python_version()}", "forkserver"]
    assert label[2].endswith(" s")
    assert label[3:] == ["exit code 0", "the same under spawn and fork"]
    link = frame.select_one("a.download")
    assert link is not None
    downloaded = book.folder / "out" / "en" / str(link["href"])
    assert downloaded.name == "shown.py"
    assert downloaded.read_bytes() == script.read_bytes()


def test_the_chinese_edition_says_it_in_chinese(book: MiniBook) -> None:
    book.example("print('hello')\nprint('again')\n", "#: any order\nhello\nagain\n")
    book.page(SHOW)
    frame = book.frame("zh")
    assert text_of(frame, "a.download") == ["下载"]
    assert text_of(frame, ".run-label")[0].split(" · ")[3:] == ["退出码 0", "顺序不固定", "spawn 和 fork 下相同"]


def test_an_order_that_varies_is_said_to_vary(book: MiniBook) -> None:
    book.example("print('hello')\nprint('again')\n", "#: any order\nhello\nagain\n")
    book.page(SHOW)
    assert text_of(book.frame(), ".run-label")[0].endswith(" · order varies · the same under spawn and fork")


def test_an_expected_failure_is_marked_and_its_stderr_told_apart(book: MiniBook) -> None:
    source = '\n# /// script\n# [tool.run]\n# exit-code = 1\n# ///\nprint("out")\nraise ValueError("so it goes")\n'
    book.example(source, "out\n#: stderr\n...\nValueError: so it goes\n")
    book.page(SHOW)
    frame = book.frame()
    assert text_of(frame, ".run-label.expected-failure")[0].endswith(
        "fails, as it should: exit code 1 · the same under spawn and fork"
    )
    assert text_of(frame, ".stderr-label") == ["Standard error"]
    assert text_of(frame, ".example-output.stdout pre") == ["out\n"]
    assert text_of(frame, ".example-output.stderr pre")[0].endswith("ValueError: so it goes\n")
    assert str(book.folder) not in frame.get_text()


def test_marks_are_numbers_that_lead_to_the_list_and_are_not_text(book: MiniBook) -> None:
    book.example("print('one')  # (1)\nprint('two')  # a comment\nprint('three')  # (2)\n", "one\ntwo\nthree\n")
    book.page(f"{SHOW}\n\n1. First.\n2. Second.")
    build = book.build()
    assert build.status == 0, build.warnings
    html = build.html()
    code = html.select_one(".example-source pre")
    assert code is not None
    assert code.get_text().splitlines()[1:] == ["print('one')", "print('two')  # a comment", "print('three')"]
    marks = code.select("a.callout")
    assert [mark["data-number"] for mark in marks] == ["1", "2"]
    assert [mark["aria-label"] for mark in marks] == ["note 1", "note 2"]
    targets = [html.find(id=str(mark["href"]).removeprefix("#")) for mark in marks]
    assert [target.get_text().strip() for target in targets if target] == ["First.", "Second."]
    assert all("callouts" in (target.parent or target)["class"] for target in targets if target)


def test_output_none_shows_the_source_only(book: MiniBook) -> None:
    book.example("print('hello')\n", "hello\n")
    book.page("```{example} x/shown.py\n:output: none\n```")
    frame = book.frame()
    assert not frame.select(".example-output, .run-label")
    assert frame.select(".example-source")


def test_pyobject_shows_one_function(book: MiniBook) -> None:
    book.example("def one():\n    return 1\n\n\ndef two():\n    return 2\n", "")
    book.page("```{example} x/shown.py\n:pyobject: two\n```")
    assert text_of(book.frame(), ".example-source pre") == ["def two():\n    return 2\n"]


def test_a_repeated_example_shows_how_its_outputs_are_distributed(book: MiniBook) -> None:
    counter = book.folder / "counter"
    counter.write_text("0")
    source = '\n# /// script\n# [tool.run]\n# start-methods = ["fork"]\n# alone = true\n# repeat = 4\n# ///\n' + (
        f"import pathlib\nfile = pathlib.Path({str(counter)!r})\n"
        "number = int(file.read_text())\nfile.write_text(str(number + 1))\nprint('odd' if number == 1 else 'even')\n"
    )
    book.example(source, "...\n")
    book.page(SHOW)
    frame = book.frame()
    assert text_of(frame, ".example-output pre") == ["even\n"]
    assert "Run 4 times: 2 different outputs. The one above is the first.\n" in frame.get_text()
    rows = [row.get_text(" ", strip=True).split() for row in frame.select("table.distribution tbody tr")]
    assert [(row[0], row[-1]) for row in rows] == [("even", "3"), ("odd", "1")]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("a\\nb", "b\\na", "a\\nb", "b\\na"), " Only the order of the lines differs."),
        (("a\\nb", "b\\na", "a\\nc", "a\\nb"), " Apart from the order of the lines, 2 different results."),
    ],
)
def test_different_orders_are_told_apart_from_different_results(
    book: MiniBook, lines: tuple[str, ...], says: str
) -> None:
    counter = book.folder / "counter"
    counter.write_text("0")
    source = '\n# /// script\n# [tool.run]\n# start-methods = ["fork"]\n# alone = true\n# repeat = 4\n# ///\n' + (
        f"import pathlib\nfile = pathlib.Path({str(counter)!r})\n"
        "number = int(file.read_text())\nfile.write_text(str(number + 1))\n"
        f"print(('{lines[0]}', '{lines[1]}', '{lines[2]}', '{lines[3]}')[number % 4])\n"
    )
    book.example(source, "...\n")
    book.page(SHOW)
    assert f"The one above is the first.{says}" in book.frame().get_text()


@pytest.fixture
def two_pages(book: MiniBook) -> MiniBook:
    """Two pages with an example each; the first imports a local module that imports another."""
    book.example("import _helper\nprint(_helper.WORD)\n", "...\n")
    book.example("print('other')\n", "o...\n", name="x/other.py")
    (book.folder / "examples/x/_helper.py").write_text("from _words import WORD\n")
    (book.folder / "examples/x/_words.py").write_text("WORD = 'hello'\n")
    book.page(SHOW)
    book.page("```{example} x/other.py\n```", name="second")
    assert book.build().status == 0
    return book


def test_nothing_changed_means_no_run_and_no_page_read(two_pages: MiniBook) -> None:
    records = two_pages.records()
    build = two_pages.build()
    assert (build.status, build.read) == (0, [])
    assert two_pages.records() == records


@pytest.mark.parametrize("name", ["shown.py", "_helper.py", "_words.py"])
def test_a_changed_script_or_module_reruns_it_and_rereads_its_page_only(two_pages: MiniBook, name: str) -> None:
    records = two_pages.records()
    changed = two_pages.folder / "examples" / "x" / name
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    build = two_pages.build()
    assert (build.status, build.read) == (0, ["page"])
    assert len(two_pages.records() - records) == 4


def test_a_changed_contract_is_checked_without_a_run(two_pages: MiniBook) -> None:
    records = two_pages.records()
    (two_pages.folder / "examples" / "x" / "other.out").write_text("ot...\n")
    build = two_pages.build()
    assert (build.status, build.read) == (0, ["second"])
    assert two_pages.records() == records


def test_a_run_made_again_is_shown(two_pages: MiniBook) -> None:
    for record in two_pages.records():
        record.write_text(record.read_text().replace("other", "oh no"))
    build = two_pages.build()
    assert build.status == 0, build.warnings
    assert text_of(build.html("second"), ".example-output pre") == ["oh no\n"]


def test_pages_are_the_same_when_read_in_parallel(two_pages: MiniBook) -> None:
    for number in range(8):
        two_pages.page("Some text.", name=f"filler{number}")
    serial = {name: two_pages.build("en", "-E").html(name) for name in ("page", "second")}
    build = two_pages.build("en", "-E", "-j", "4")
    assert build.status == 0, build.warnings
    assert {name: build.html(name) for name in serial} == serial
