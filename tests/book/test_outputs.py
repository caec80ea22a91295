"""What a page shows of an example's runs: start methods side by side, Pythons, and what varies."""

from __future__ import annotations

from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

import pytest

from runs.example import read_example
from runs.python import python_at
from runs.store import Store, jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

    from .conftest import MiniBook

SHOW = "```{example} x/shown.py\n```"
METHOD = "import multiprocessing\nprint(multiprocessing.get_start_method())\nprint('done')\n"
BY_METHOD = "".join(f"#: under {name}\n{name}\n" for name in ("fork", "spawn", "forkserver")) + "#: under all\ndone\n"
HERE = ".".join(python_version().split(".")[:2])


def text_of(frame: Tag, selector: str) -> list[str]:
    return [found.get_text() for found in frame.select(selector)]


def record(book: MiniBook, executable: str) -> None:
    """Runs the book's example on the Python of that file."""
    store, python = Store(book.folder / "records"), python_at(executable)
    for job in jobs_of(read_example(book.folder / "examples", "x/shown.py"), python):
        store.run(job)
    store.note_pythons([python.version])


def test_start_methods_that_differ_stand_in_tabs_the_default_of_current_python_first(book: MiniBook) -> None:
    book.example(METHOD, BY_METHOD)
    book.page(SHOW)
    frame = book.frame()
    labels = frame.select(".sd-tab-set > label")
    assert [label.get_text(strip=True) for label in labels] == ["forkserver", "spawn", "fork"]
    assert {label["data-sync-group"] for label in labels} == {"start-method"}
    assert [label["data-sync-id"] for label in labels] == ["forkserver", "spawn", "fork"]
    checked = [field.has_attr("checked") for field in frame.select(".sd-tab-set > input")]
    assert checked == [True, False, False]
    assert text_of(frame, ".example-output pre") == ["forkserver\ndone\n", "spawn\ndone\n", "fork\ndone\n"]
    assert len(book.records()) == 4  # one of them traced


def test_lines_that_the_first_start_method_does_not_print_are_marked(book: MiniBook) -> None:
    book.example(METHOD, BY_METHOD)
    book.page(SHOW)
    frame = book.frame()
    assert text_of(frame, ".differs") == ["spawn", "fork"]
    labels = text_of(frame, ".sd-tab-content > .run-label:first-child")
    assert ["marked lines: not under forkserver" in label for label in labels] == [False, True, True]


def test_start_methods_that_are_the_same_by_contract_are_shown_once(book: MiniBook) -> None:
    book.example("print('done')\n", "done\n")
    book.page(SHOW)
    frame = book.frame()
    assert not frame.select(".sd-tab-set")
    assert text_of(frame, ".run-label")[0].endswith(" · the same under spawn and fork")
    assert "spawn 和 fork 下相同" in text_of(book.frame("zh"), ".run-label")[0]


def test_if_one_differs_each_has_a_tab_so_that_a_choice_holds_everywhere(book: MiniBook) -> None:
    source = "import multiprocessing\nprint('a copy' if multiprocessing.get_start_method() == 'fork' else 'new')\n"
    book.example(source, "#: under fork\na copy\n#: under spawn, forkserver\nnew\n")
    book.page(SHOW)
    frame = book.frame()
    assert text_of(frame, ".example-output pre") == ["new\n", "new\n", "a copy\n"]
    assert text_of(frame, ".differs") == ["a copy"]


def test_the_strip_names_each_python_and_whether_it_kept_the_contract(
    book: MiniBook, stand_in: Callable[..., str]
) -> None:
    book.example("print('done')\n", "done\n")
    book.page(SHOW)
    record(book, stand_in("3.100.2"))
    frame = book.frame()
    assert text_of(frame, ".pythons .kept") == [f"{HERE} ✓", "3.100 ✓"]
    assert text_of(frame, ".run-label")[0].startswith("Python 3.100.2 · forkserver")


def test_one_more_python_rereads_the_page(book: MiniBook, stand_in: Callable[..., str]) -> None:
    book.example("print('done')\n", "done\n")
    book.page(SHOW)
    assert book.build().read
    assert not book.build().read
    record(book, stand_in("3.100.2"))
    assert "page" in book.build().read


def test_a_python_that_broke_the_contract_is_marked_and_fails_the_build(
    book: MiniBook, stand_in: Callable[..., str]
) -> None:
    book.example("import sys\nprint('shim' if 'LIB' in sys.argv else sys.version_info[1])\n", "...\n")
    book.page(SHOW)
    record(book, stand_in("3.100.2"))
    contract = Path(book.folder, "examples/x/shown.out")
    store = Store(book.folder / "records")
    job = jobs_of(read_example(book.folder / "examples", "x/shown.py"), python_at(stand_in("3.100.2")))[0]
    run = store.load(job)
    assert run is not None
    store.save(job, type(run)(**{**run.__dict__, "stdout": "other\n"}))
    contract.write_text(f"{HERE.split('.')[1]}\n")
    build = book.build()
    assert build.status != 0
    assert "on Python 3.100.2: stdout breaks the contract" in build.warnings
    assert text_of(build.html(), ".pythons .broken") == ["3.100 ✗"]


def test_an_error_that_versions_word_differently_is_shown_with_its_versions(
    book: MiniBook, stand_in: Callable[..., str], tmp_path: Path
) -> None:
    wording = tmp_path / "wording"
    wording.write_text("ValueError: old words")
    book.example(f"print(open({str(wording)!r}).read())\n", "ValueError: ... words\n")
    book.page(SHOW)
    record(book, stand_in("3.99.1"))
    wording.write_text("ValueError: new words")
    frame = book.frame()
    assert text_of(frame, ".text-by-version") == [
        f"Python {HERE}: ValueError: new words",
        "Python 3.99: ValueError: old words",
    ]


@pytest.mark.parametrize(("edition", "word"), [("en", " (varies)"), ("zh", "（会变）")])
def test_what_varies_between_recorded_runs_is_dimmed_and_said_to_vary(
    book: MiniBook, stand_in: Callable[..., str], edition: str, word: str
) -> None:
    book.example("import os\nprint('pid', os.getpid(), 'of', 1)\n", "pid ... of ...\n")
    book.page(SHOW)
    record(book, stand_in("3.99.1"))
    output = book.frame(edition).select_one(".example-output pre")
    assert output is not None
    (varies,) = output.select(".varies")
    assert varies.get_text().isdigit()
    assert [hidden.get_text() for hidden in output.select(".visually-hidden")] == [word]
    assert output.get_text() == f"pid {varies.get_text()}{word} of 1\n"


def test_what_is_printed_is_text_and_not_html(book: MiniBook, stand_in: Callable[..., str]) -> None:
    book.example("import os\nprint('<b>&', f'<i>{os.getpid()}')\n", "<b>& ...\n")
    book.page(SHOW)
    record(book, stand_in("3.99.1"))
    (output,) = book.frame().select(".example-output pre")
    assert output.get_text().startswith("<b>& <i>")
    assert not output.select("b, i")


@pytest.mark.parametrize(
    ("option", "is_open"), [("", [False]), (":timeline: open\n", [True]), (":timeline: none\n", [])]
)
def test_a_page_says_whether_the_timeline_is_folded(book: MiniBook, option: str, is_open: list[bool]) -> None:
    source = "from multiprocessing import Process\nif __name__ == '__main__':\n    child = Process()\n"
    book.example(f"{source}    child.start()\n    child.join()\n", "")
    book.page(f"```{{example}} x/shown.py\n{option}```")
    assert [block.has_attr("open") for block in book.frame().select("details.timeline-block")] == is_open
