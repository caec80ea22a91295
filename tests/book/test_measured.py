"""Numbers out of recorded runs, and the charts that are drawn from them."""

from __future__ import annotations

from bs4 import BeautifulSoup

from book.charts import bars
from book.measured import READ, numbers_of
from runs.run import Run

PRINTED = "start method  first ms  median ms\nfork   30.7   6.2\nspawn  92   -1.5\nnot a row 3\nempty\n"


def run_that_printed(text: str) -> Run:
    return Run("3.15.0", "forkserver", text, "", 0, 0.1)


def test_a_printed_table_becomes_numbers_by_row() -> None:
    assert numbers_of(run_that_printed(PRINTED)) == {"fork": [30.7, 6.2], "spawn": [92.0, -1.5]}


def test_a_page_depends_on_the_runs_that_its_cells_name() -> None:
    cell = "x = run_of(\"a/b.py\")\ny = numbers_of(run_of('c/d.py'))\nrerun_of('e/f.py')"
    assert READ.findall(cell) == ["a/b.py", "c/d.py"]


def test_a_chart_says_its_rows_series_unit_and_values_as_text() -> None:
    picture = bars({"fork": [1.5, 2.0], "派生": [3.0, 4.25]}, ["first", "后来"], "毫秒")
    texts = set(BeautifulSoup(picture.data, "html.parser").stripped_strings)
    assert {"fork", "派生", "first", "后来", "毫秒", "1.5", "2.0", "3.0", "4.2"} <= texts


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert bars({"a": [1]}, ["s"], "ms").data == bars({"a": [1]}, ["s"], "ms").data
