"""Many runs on a busy machine: what broke, what stayed behind."""

from __future__ import annotations

import uuid
from platform import python_version
from typing import TYPE_CHECKING

import pytest

from runs.soak import SHARED_MEMORY, main
from runs.soaked import Soaked, mark_of, note, read_soaked

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
def soaked(examples: Path, figures: Path) -> Callable[..., int]:
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


@pytest.mark.skipif(not SHARED_MEMORY.is_dir(), reason="there is no /dev/shm to look at")
def test_shared_memory_left_behind_is_told(
    soaked: Callable[..., int], write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    file = SHARED_MEMORY / f"psm_{uuid.uuid4().hex[:8]}"
    write_example(f"open({str(file)!r}, 'w').close()\n", settings=FORK)
    try:
        assert soaked(1) == 1
        out, err = capsys.readouterr()
        assert "1 pieces of shared memory left behind" in out
        assert f"left behind: {file}" in err
    finally:
        file.unlink()


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
