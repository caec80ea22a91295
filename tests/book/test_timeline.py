"""The timeline of a traced run on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import MiniBook

# A directive that shows a run whose trace is its content, so that nothing need be run.
DIRECTIVE = """
def setup(app):
    from sphinx.util.docutils import SphinxDirective

    from book.timeline import timeline_nodes
    from runs.run import Run

    class Traced(SphinxDirective):
        has_content = True
        optional_arguments = 1

        def run(self):
            lines = [line.replace(",", chr(9)) for line in self.content]
            run = Run("3.15.0", "fork", "", "", 0, 0.1, trace="\\n".join(lines))
            return timeline_nodes(run, app.config.book_edition, "shown", is_open=bool(self.arguments))

    app.add_directive("traced", Traced)
"""
ONE = "1,1,load,0,program\n1,8,load,1,resource tracker\n3,1,end"
TWO = "1,1,load,0,program\n1,2,fork,1\n1.5,2,run,Ada,1\n1.6,2,wait,Queue.get(),1\n2,2,go\n2,2,end\n3,1,end"


@pytest.fixture
def traced_book(book: MiniBook) -> MiniBook:
    with (book.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(DIRECTIVE)
    return book


def show(book: MiniBook, trace: str, argument: str = "") -> None:
    book.page(f"```{{traced}} {argument}\n{trace}\n```")


def test_a_picture_and_a_table_are_folded_away_below_a_line_that_says_what_they_are(traced_book: MiniBook) -> None:
    show(traced_book, TWO)
    build = traced_book.build()
    assert build.status == 0, build.warnings
    block = build.html().select_one("details.timeline-block")
    assert block is not None
    assert "open" not in block.attrs
    summary = block.select_one("summary")
    assert summary is not None
    assert summary.get_text() == "Timeline: 2 processes, 2.00 s, fork, Python 3.15.0"
    assert block.select_one("svg.timeline#shown[role=img]") is not None
    cells = [cell.get_text().strip() for cell in block.select("table tbody td")]
    assert cells[5:] == ["Ada (2)", "MainProcess", "0", "1.00 s", "Queue.get() 400 ms"]


def test_a_block_may_be_open(traced_book: MiniBook) -> None:
    show(traced_book, TWO, "open")
    assert traced_book.build().html().select_one("details.timeline-block[open]") is not None


def test_the_chinese_edition_says_it_in_chinese(traced_book: MiniBook) -> None:
    show(traced_book, TWO)
    block = traced_book.build("zh").html().select_one("details.timeline-block")
    assert block is not None
    assert "时间线：2 个进程" in block.get_text()
    assert "等待：队列、管道" in block.get_text()


def test_one_process_has_no_timeline(traced_book: MiniBook) -> None:
    show(traced_book, ONE)
    build = traced_book.build()
    assert build.status == 0, build.warnings
    assert build.html().select_one("details") is None


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_other_builders_have_the_line_and_the_table(traced_book: MiniBook, builder: str) -> None:
    show(traced_book, TWO)
    build = traced_book.build("en", "-b", builder)
    assert build.status == 0, build.warnings
    text = "".join(file.read_text(encoding="utf-8") for file in build.out.glob("*.t*x*"))
    assert "Timeline: 2 processes" in text
    assert "400 ms" in text
    assert "svg" not in text
