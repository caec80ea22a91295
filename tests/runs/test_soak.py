"""Many runs on a busy machine: what broke, what stayed behind."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from runs.soak import SHARED_MEMORY, main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example

FORK = 'start-methods = ["fork"]'
# Every second run prints something else.
FLAKY = """
from pathlib import Path
count = Path(__file__).with_suffix(".count")
count.touch()
with count.open("a") as stream:
    stream.write("x")
print(count.stat().st_size % 2)
"""


def test_what_keeps_its_contract_each_time_is_clean(
    examples: Path, write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("print(1)\n", "1\n", settings='start-methods = ["fork", "spawn"]')
    assert main(["3", "--examples", str(examples)]) == 0
    clean = "6 runs: 0 broke a contract, 0 processes left behind, 0 pieces of shared memory left behind\n"
    assert capsys.readouterr().out == clean


def test_what_breaks_it_now_and_then_is_told_how_often(
    examples: Path, write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    example = write_example(FLAKY, "1\n", settings=FORK)
    assert main(["6", "--examples", str(examples)]) == 1
    out, err = capsys.readouterr()
    runs = example.file.with_suffix(".count").stat().st_size
    assert runs == 6
    assert out.startswith("6 runs: ")
    assert not out.startswith("6 runs: 0 broke")
    assert err.startswith("x/shown.py: ")


def test_a_process_left_behind_is_told(
    examples: Path, write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("import subprocess\nsubprocess.Popen(['sleep', '60'])\n", settings=FORK)
    assert main(["1", "--examples", str(examples)]) == 1
    assert "1 processes left behind" in capsys.readouterr().out


@pytest.mark.skipif(not SHARED_MEMORY.is_dir(), reason="there is no /dev/shm to look at")
def test_shared_memory_left_behind_is_told(
    examples: Path, write_example: Callable[..., Example], capsys: pytest.CaptureFixture[str]
) -> None:
    file = SHARED_MEMORY / f"psm_{uuid.uuid4().hex[:8]}"
    write_example(f"open({str(file)!r}, 'w').close()\n", settings=FORK)
    try:
        assert main(["1", "--examples", str(examples)]) == 1
        out, err = capsys.readouterr()
        assert "1 pieces of shared memory left behind" in out
        assert f"left behind: {file}" in err
    finally:
        file.unlink()
