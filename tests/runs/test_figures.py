"""Figures of the runs of the whole book."""

from __future__ import annotations

from platform import python_version
from typing import TYPE_CHECKING

from runs.__main__ import main
from runs.figures import FILE, Figures, mark_of, note_figures, read_figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example

FORK = 'start-methods = ["fork", "spawn"]'


def run_all(examples: Path, records: Path, *words: str) -> int:
    return main([*words, "--examples", str(examples), "--records", str(records)])


def test_the_runs_of_the_whole_book_are_counted_by_python(
    examples: Path, write_example: Callable[..., Example], stand_in: Callable[..., str], tmp_path: Path
) -> None:
    good = write_example("print(1)\n", "1\n", settings=FORK)
    bad = write_example("print(1)\n", "2\n", settings=FORK, name="bad.py")
    assert run_all(examples, tmp_path, "--pythons", stand_in("3.100.1")) == 1
    marks, rows = read_figures(tmp_path)
    assert marks == sorted([mark_of(good), mark_of(bad)])
    counts = [(row.python, row.examples, row.runs, row.broken) for row in rows]
    assert counts == [(python_version(), 2, 6, 1), ("3.100.1", 2, 4, 1)]  # here with a traced run each
    assert all(row.seconds > 0 for row in rows)


def test_a_part_of_the_book_is_not_counted(
    examples: Path, write_example: Callable[..., Example], tmp_path: Path
) -> None:
    write_example("print(1)\n", "1\n", settings=FORK)
    assert run_all(examples, tmp_path, "shown") == 0
    assert read_figures(tmp_path) == ([], [])


def test_rows_of_other_pythons_stay_while_the_scripts_do(write_example: Callable[..., Example], tmp_path: Path) -> None:
    example = write_example("print(1)\n")
    old, new = Figures("3.9.1", 1, 3, 0.5, 0), Figures("3.100.0", 1, 3, 0.4, 0)
    note_figures(tmp_path, [example], [new])
    note_figures(tmp_path, [example], [old])
    assert read_figures(tmp_path)[1] == [old, new]
    changed = write_example("print(1) \n")
    note_figures(tmp_path, [changed], [old])
    assert read_figures(tmp_path) == ([mark_of(changed)], [old])


def test_the_same_figures_are_not_written_again(write_example: Callable[..., Example], tmp_path: Path) -> None:
    example, row = write_example("print(1)\n"), Figures("3.9.1", 1, 3, 0.5, 0)
    note_figures(tmp_path, [example], [row])
    before = (tmp_path / FILE).stat()
    note_figures(tmp_path, [example], [row])
    assert (tmp_path / FILE).stat().st_ino == before.st_ino
