"""Many runs on a busy machine: what broke, what stayed behind."""

from __future__ import annotations

from platform import python_version
from typing import TYPE_CHECKING

import pytest

from runs.figures import mark_of
from runs.soak import main
from runs.soaked import Soaked, note, read_soaked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example

FORK = 'start-methods = ["fork"]'
# One of all runs prints something else.
FLAKY = """
from pathlib import Path
try:
    Path(__file__).with_suffix(".first").touch(exist_ok=False)
    print(0)
except FileExistsError:
    print(1)
"""


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return tmp_path / "soak.json"


@pytest.fixture
def shared_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own in place of the system's, which other programs use too."""
    folder = tmp_path / "shm"
    folder.mkdir()
    monkeypatch.setattr("runs.soak.SHARED_MEMORY", folder)
    return folder


@pytest.fixture
def soaked(examples: Path, figures: Path, shared_memory: Path) -> Callable[..., int]:
    """Runs the command on the folder of examples: how often, and other arguments."""
    return lambda times, *others: main([str(times), *others, "--examples", str(examples), "--figures", str(figures)])


def test_what_keeps_its_contract_each_time_is_clean(
    soaked: Callable[..., int], write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("print(1)\n", "1\n", settings='start-methods = ["fork", "spawn"]')
    assert soaked(3) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Python {python_version()}: 6 runs, cores ")
    assert told.endswith("% busy: 0 broke a contract, 0 processes left behind, 0 pieces of shared memory left behind\n")


def test_what_breaks_it_now_and_then_is_told_how_often(
    soaked: Callable[..., int], write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example(FLAKY, "1\n", settings=FORK)
    assert soaked(6) == 1
    out, err = capsys.readouterr()
    assert "6 runs" in out
    assert "1 broke a contract" in out
    assert out.endswith("  x/shown.py: 1 times\n")
    assert err.count("shown.out:") == 1


def test_a_process_left_behind_is_told(
    soaked: Callable[..., int], write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("import subprocess\nsubprocess.Popen(['sleep', '60'])\n", settings=FORK)
    assert soaked(1) == 1
    assert "1 processes left behind" in capsys.readouterr().out


def test_shared_memory_left_behind_is_told(
    soaked: Callable[..., int],
    write_example: Callable[..., Example],
    shared_memory: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    left, others = shared_memory / "psm_1234", shared_memory / "of_somebody_else"
    write_example(f"for name in {str(left)!r}, {str(others)!r}:\n    open(name, 'w').close()\n", settings=FORK)
    assert soaked(1) == 1
    out, err = capsys.readouterr()
    assert "1 pieces of shared memory left behind" in out
    assert err == f"left behind: {left}\n"


def test_a_soak_of_the_whole_book_is_written_down(
    soaked: Callable[..., int], write_example: Callable[..., Example], figures: Path
) -> None:
    example = write_example("print(1)\n", "2\n", settings=FORK)
    soaked(2)
    (told,) = read_soaked(figures)
    assert (told.python, told.times, told.runs) == (python_version(), 2, 2)
    assert told.broken == {"x/shown.py": 2}
    assert told.examples == [mark_of(example)]
    assert 0 < told.busy <= 1
    assert not told.is_clean


def test_a_soak_of_some_examples_is_not(
    soaked: Callable[..., int], write_example: Callable[..., Example], figures: Path
) -> None:
    write_example("print(1)\n", "1\n", settings=FORK)
    assert soaked(1, "shown") == 0
    assert not figures.exists()


def test_a_soak_takes_the_place_of_the_last_on_that_minor_version(figures: Path) -> None:
    for python in ("3.15.0", "3.9.1", "3.15.1"):
        note(figures, Soaked(python, times=20))
    assert [each.python for each in read_soaked(figures)] == ["3.9.1", "3.15.1"]


def test_without_a_soak_there_are_no_figures(figures: Path) -> None:
    assert read_soaked(figures) == []
