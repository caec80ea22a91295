"""Whatever is wrong: a clear message with file and line, all else still built, red now and at the next build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import MiniBook

FORK = """
# /// script
# [tool.run]
# start-methods = ["fork"]
{}# ///
"""
SHOW = "```{example} x/shown.py\n```"

LEAVES_A_CHILD = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"])
"""
HANGS = """
from multiprocessing import Event, Process
def wait_for_ever(event):
    event.wait()
if __name__ == "__main__":
    child = Process(target=wait_for_ever, args=(Event(),))
    child.start()
    child.join()
"""

# name: (script after its docstring, contract, what the message must say)
CASES = {
    "a broken header block": (
        "# /// script\n# [tool.run\n# ///\n",
        "",
        r"examples/x/shown\.py:3: the script's header is not valid TOML",
    ),
    "a header without its end": ("\n# /// script\n# [tool.run]\n", "", r"examples/x/shown\.py:3: .* has no end"),
    "an unknown setting": (FORK.format("# hurry = true\n"), "", r"examples/x/shown\.py:6: unknown setting 'hurry'"),
    "an unknown start method": (
        '# /// script\n# [tool.run]\n# start-methods = ["teleport"]\n# ///\n',
        "",
        r"examples/x/shown\.py:4: unknown start method 'teleport'; known are forkserver, spawn, fork",
    ),
    "a missing contract": (FORK.format(""), None, r"examples/x/shown\.out:1: the contract is missing"),
    "a broken contract": (
        FORK.format(""),
        "fine\n#: sideways\n",
        r"examples/x/shown\.out:2: cannot read '#: sideways'",
    ),
    "output that breaks the contract": (
        FORK.format("") + "print('one')\nprint('too')\n",
        "one\ntwo\n",
        r"examples/x/shown\.out:1: under fork on Python [\d.]+: stdout breaks the contract\n"
        r"--- promised\n\+\+\+ printed\n@@ .* @@\n one\n-two\n\+too",
    ),
    "standard error that nobody promised": (
        FORK.format("") + "import sys\nprint('oh', file=sys.stderr)\n",
        "",
        r"examples/x/shown\.out:1: .*stderr breaks the contract\n(.*\n)*\+oh",
    ),
    "a wrong exit code": (
        FORK.format("") + "raise SystemExit(3)\n",
        "",
        r"examples/x/shown\.py:1: under fork on Python [\d.]+: ended with exit code 3, not 0",
    ),
    "an expected failure that no longer fails": (
        FORK.format("# exit-code = 1\n"),
        "",
        r"examples/x/shown\.py:1: .*should fail with exit code 1, but no longer fails",
    ),
    "a hang": (
        FORK.format("# time-limit = 1\n") + HANGS,
        "",
        r"examples/x/shown\.py:1: .*not ended after 1 s, killed; its processes were here:\n"
        r"process \d+(.*\n)*.*shown\.py\", line \d+ in <module>\n(.*\n)*"
        r"process \d+(.*\n)*.*shown\.py\", line \d+ in wait_for_ever",
    ),
    "a child left behind": (
        FORK.format("") + LEAVES_A_CHILD,
        "",
        r"examples/x/shown\.py:1: .*the script ended, but left behind \(killed now\):\nprocess \d+",
    ),
    "a gigabyte of output": (
        FORK.format("") + "for _ in range(1024):\n    print('x' * 2**20)\n",
        "...\n",
        r"examples/x/shown\.py:1: .*printed too much; killed, and the output cut after \d+ bytes",
    ),
    "invalid UTF-8": (
        FORK.format("") + "import sys\nsys.stdout.buffer.write(bytes([255, 10]))\n",
        "...\n",
        r"examples/x/shown\.py:1: .*stdout is not valid UTF-8",
    ),
    "a script that does not compile": ("if True print()\n", "", r"examples/x/shown\.py:2: the script does not compile"),
}


@pytest.mark.parametrize("case", CASES)
def test_is_red_names_file_and_line_and_stays_red(book: MiniBook, case: str) -> None:
    source, contract, message = CASES[case]
    book.example(source, contract)
    book.page(SHOW)
    book.page("All is well here.", name="other")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert re.search(message, build.warnings), build.warnings
        assert re.search(r"docs/en/page\.md:4: WARNING", build.warnings), build.warnings
        assert "All is well here." in build.html("other").text
        assert build.html("page").find("h1")


def test_is_green_again_when_mended(book: MiniBook) -> None:
    book.example(FORK.format("") + "print('one')\n", "two\n")
    book.page(SHOW)
    assert book.build().status != 0
    book.example(FORK.format("") + "print('one')\n", "one\n")
    assert book.build().status == 0


def test_every_broken_example_is_listed_not_the_first_only(book: MiniBook) -> None:
    for name in ("first", "second"):
        book.example(FORK.format("") + "print('one')\n", "two\n", name=f"x/{name}.py")
    book.page("```{example} x/first.py\n```\n\n```{example} x/second.py\n```")
    warnings = book.build().warnings
    assert "x/first.out:1" in warnings
    assert "x/second.out:1" in warnings


def test_a_missing_script(book: MiniBook) -> None:
    book.page(SHOW)
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert re.search(r"page\.md:4: WARNING: examples/x/shown\.py:1: there is no such script", build.warnings)
    book.example(FORK.format(""), "")
    assert book.build().status == 0


def test_a_local_module_that_does_not_compile(book: MiniBook) -> None:
    book.example(FORK.format("") + "import _broken\n", "").with_name("_broken.py").write_text("if True print()\n")
    book.page(SHOW)
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert re.search(r"page\.md:4: WARNING: examples/x/_broken\.py:1: the module does not compile", build.warnings)
        assert build.html("page").find("h1")


def test_a_part_that_the_script_does_not_have(book: MiniBook) -> None:
    book.example(FORK.format(""), "")
    book.page("```{example} x/shown.py\n:pyobject: nowhere\n```")
    assert "there is no function or class 'nowhere'" in book.build().warnings


def test_a_script_for_a_newer_python_is_shown_and_not_run(book: MiniBook) -> None:
    book.example('\n# /// script\n# requires-python = ">=3.99"\n# ///\nprint("from the future")\n', "from the future\n")
    book.page(SHOW)
    build = book.build()
    assert build.status == 0
    assert "This example needs Python >=3.99" in build.html().text
    assert not book.records()


def test_an_example_that_no_page_shows(book: MiniBook) -> None:
    book.example(FORK.format(""), "")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert "examples/x/shown.py:1: WARNING: no page shows this example" in build.warnings


def test_a_page_without_a_twin_is_an_error_in_both_editions(book: MiniBook) -> None:
    book.page("Alone.", name="alone", editions=("en",))
    for _ in range(2):
        english, chinese = book.build("en"), book.build("zh")
        assert english.status != 0
        assert re.search(r"alone\.md:1: WARNING: this page has no twin: write docs/zh/alone\.md", english.warnings)
        assert chinese.status != 0
        assert "docs/en/alone.md:1: WARNING: this page has no twin: write docs/zh/alone.md" in chinese.warnings
        assert english.html("alone").find("h1")


def test_marks_that_no_list_explains(book: MiniBook) -> None:
    book.example(FORK.format("") + "print('one')  # (1)\nprint('two')  # (2)\n", "one\ntwo\n")
    book.page(f"{SHOW}\n\n1. Only one.")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert "the script has the marks [1, 2], the numbered list below it has 1 items" in build.warnings


def test_a_mark_inside_a_string(book: MiniBook) -> None:
    book.example(FORK.format("") + "text = '''\none  # (1)\n'''\nprint(text)  # (2)\n", "...\n")
    book.page(f"{SHOW}\n\n1. One.\n2. Two.")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert re.search(r"shown\.py:\d+: the mark '# \(1\)' is part of a string", build.warnings)


def test_a_heading_without_a_label(book: MiniBook) -> None:
    book.page("## 没有标签")
    for _ in range(2):
        build = book.build()
        assert build.status != 0
        assert re.search(r"page\.md:4: WARNING: the heading '没有标签' has no label", build.warnings)
