"""A page shows an example that needs a package: what the locked version prints, and a warning where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Packages

    from .conftest import MiniBook

SCRIPT = '# /// script\n# dependencies = ["greeting"]\n# ///\nimport greeting\nprint(greeting.TEXT)\n'
PAGE = "```{example} x/shown.py\n```"


def test_a_page_shows_what_the_locked_version_prints(book: MiniBook, packages: Packages) -> None:
    book.page(PAGE)
    book.example(SCRIPT, "...\n")
    packages.add("greeting", "TEXT = 'hello'\n")
    assert "hello" in book.frame().get_text()
    assert book.build().read == []
    packages.add("greeting", "TEXT = 'good day'\n", "1.1")
    build = book.build()
    assert (build.status, build.read) == (0, ["page"])
    assert "good day" in build.html().get_text()


def test_an_environment_that_cannot_be_made_stays_red_until_it_can(
    book: MiniBook, packages: Packages, tmp_path: Path
) -> None:
    book.page(PAGE)
    book.page("Text\n\n" + PAGE, "second")
    book.example(SCRIPT, "hello\n")
    packages.add("greeting", "TEXT = 'hello'\n")
    (wheel,) = packages.folder.iterdir()
    hidden = wheel.rename(tmp_path / wheel.name)
    for _ in range(2):
        build = book.build()
        assert build.status == 1
        assert build.warnings.count("examples/x/shown.py:3: the environment for greeting on Python ") == 2
        assert "import greeting" in build.html().get_text()
        assert book.records() == set()
    hidden.rename(wheel)
    assert "hello" in book.frame().get_text()


def test_a_dependency_that_is_not_locked_stays_red_until_it_is(book: MiniBook, packages: Packages) -> None:
    book.page(PAGE)
    book.example(SCRIPT, "hello\n")
    for _ in range(2):
        build = book.build()
        assert build.status == 1
        assert "examples/x/shown.py:3: the dependency 'greeting' is not in " in build.warnings
    packages.add("greeting", "TEXT = 'hello'\n")
    assert "hello" in book.frame().get_text()
