"""`python -m runs` runs what has no record, checks every contract, and says by its exit status whether all is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import runs
from runs.__main__ import main
from runs.contract import read_contract
from runs.known import known_of
from runs.python import this_python
from runs.store import Job, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from runs.example import Example
    from runs.run import Run

FORK = 'start-methods = ["fork"]'
COUNTING = """
import os
print(1)
if "RUN_TRACE" not in os.environ:
    open(__file__.replace('.py', '.count'), 'a').write('x')
"""


@pytest.fixture
def command(examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command on the folder of the test."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *words: main([*words, "--examples", str(examples), "--records", str(tmp_path / "records")])


def times(example: Example) -> int:
    """How often an example that counts was run, but for its traced run."""
    count = example.file.with_suffix(".count")
    return len(count.read_text()) if count.exists() else 0


def test_a_kept_contract_is_exit_status_0(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("print(1)\n", "1\n")
    assert command() == 0
    out, err = capsys.readouterr()
    assert "4 runs of 1 examples, 4 of them made now, 0 problems\n" in out
    assert err == ""


def test_a_broken_contract_is_exit_status_1_and_told(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("print(1)\n", "2\n", settings=FORK)
    assert command() == 1
    out, err = capsys.readouterr()
    assert "1 problems\n" in out
    assert err.startswith("examples/x/shown.out:1: under fork on Python ")
    assert "python -m runs --again" in err


def test_only_what_has_no_record_is_run(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    first = write_example(COUNTING, "1\n", settings=FORK, name="first.py")
    assert command() == 0
    second = write_example(COUNTING, "1\n", settings=FORK, name="second.py")
    capsys.readouterr()
    assert command() == 0
    assert (times(first), times(second)) == (1, 1)
    assert "4 runs of 2 examples, 2 of them made now, 0 problems\n" in capsys.readouterr().out


def test_a_recorded_run_is_checked_against_a_changed_contract(
    write_example: Callable[..., Example], command: Callable[..., int]
) -> None:
    example = write_example(COUNTING, "1\n", settings=FORK)
    assert command() == 0
    example.contract_file.write_text("2\n")
    assert command() == 1
    assert times(example) == 1


def test_a_changed_script_is_run_anew(write_example: Callable[..., Example], command: Callable[..., int]) -> None:
    assert command() == 0
    write_example(COUNTING, "1\n", settings=FORK)
    assert command() == 0
    example = write_example(f"{COUNTING}print(2)\n", "1\n2\n", settings=FORK)
    assert command() == 0
    assert times(example) == 2


def test_again_runs_what_has_a_record(write_example: Callable[..., Example], command: Callable[..., int]) -> None:
    first = write_example(COUNTING, "1\n", settings=FORK, name="first.py")
    second = write_example(COUNTING, "1\n", settings=FORK, name="second.py")
    assert command() == 0
    assert command("--again", "second") == 0
    assert (times(first), times(second)) == (1, 2)


def test_a_part_of_a_name_chooses_examples(write_example: Callable[..., Example], command: Callable[..., int]) -> None:
    names = ("queue_a.py", "queue_b.py", "lock.py")
    examples = [write_example(COUNTING, "1\n", settings=FORK, name=name) for name in names]
    assert command("x/queue") == 0
    assert [times(example) for example in examples] == [1, 1, 0]


def test_a_problem_of_an_example_that_is_not_chosen_is_not_told(
    write_example: Callable[..., Example], command: Callable[..., int]
) -> None:
    write_example("print(1)\n", "1\n", settings=FORK, name="good.py")
    write_example("print(1)\n", "2\n", settings=FORK, name="bad.py")
    assert command("good") == 0
    assert command() == 1


def test_an_unknown_name_ends_the_command_with_a_message(
    write_example: Callable[..., Example], command: Callable[..., int]
) -> None:
    example = write_example(COUNTING, "1\n", settings=FORK)
    with pytest.raises(SystemExit) as caught:
        command("shown", "nothing_like_it")
    assert "'nothing_like_it'" in str(caught.value.code)
    assert times(example) == 0


def test_a_contract_that_only_the_traced_run_breaks_is_told(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("import os\nprint('RUN_TRACE' in os.environ)\n", "False\n", settings=FORK)
    assert command() == 1
    assert "1 problems\n" in capsys.readouterr().out


def test_list_shows_names_and_titles_and_runs_nothing(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    example = write_example(COUNTING, "2\n", settings=FORK)
    assert command("--list") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split() == ["x/shown.py", "Shows", "it.", "展示它。"]
    assert times(example) == 0


def test_plain_lines_tell_of_runs_where_there_is_no_terminal(
    write_example: Callable[..., Example], command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    write_example("print(1)\n", "1\n", settings='start-methods = ["fork", "spawn"]')
    assert command() == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\r" not in out
    lines = sorted(line.partition(", ")[0] for line in out.splitlines() if line)
    assert lines == ["3 runs of 1 examples", "ran x/shown.py (fork", "ran x/shown.py (spawn", "ran x/shown.py (spawn"]


def test_an_example_that_cannot_be_read_does_not_stop_the_others(
    examples: Path,
    write_example: Callable[..., Example],
    command: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = write_example(COUNTING, "1\n", settings=FORK, name="good.py")
    (examples / "x" / "broken.py").write_text("print(\n")
    write_example("print(1)\n", "#: what\n", name="unreadable.py")
    write_example("print(1)\n", name="promised.py").contract_file.unlink()
    assert command() == 1
    err = capsys.readouterr().err
    assert "examples/x/broken.py:1: " in err
    assert "examples/x/unreadable.out:1: " in err
    assert "examples/x/promised.out:1: the contract is missing" in err
    assert times(good) == 1


def test_a_module_that_does_not_compile_is_told_and_does_not_stop_the_others(
    examples: Path,
    write_example: Callable[..., Example],
    command: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (examples / "x" / "_shared.py").write_text("print(\n")
    write_example("import _shared\n", settings=FORK)
    good = write_example(COUNTING, "1\n", settings=FORK, name="good.py")
    assert command() == 1
    assert "examples/x/_shared.py:1: " in capsys.readouterr().err
    assert times(good) == 1


def test_an_example_for_another_python_is_not_run(
    write_example: Callable[..., Example], command: Callable[..., int]
) -> None:
    example = write_example(COUNTING, "2\n", table='requires-python = ">=3.99"')
    assert command() == 0
    assert times(example) == 0


def test_a_repeated_example_is_run_as_often_as_it_says(
    write_example: Callable[..., Example], command: Callable[..., int]
) -> None:
    example = write_example(COUNTING, "1\n", settings=f"repeat = 4\n{FORK}")
    assert command() == 0
    assert times(example) == 4


def test_a_repeated_example_is_run_more_often_on_demand(
    write_example: Callable[..., Example], command: Callable[..., int], tmp_path: Path
) -> None:
    example = write_example(COUNTING, "1\n", settings=f"repeat = 4\n{FORK}")
    once = write_example(COUNTING, "1\n", settings=FORK, name="once.py")
    store, contract = Store(tmp_path / "records"), read_contract(example.contract_file)
    assert command() == 0
    first = store.path(Job(example, "fork"))
    before = first.stat().st_mtime_ns
    assert command("--repeat", "7") == 0
    assert (times(example), times(once)) == (7, 1)
    known = known_of(store, example, contract)
    assert len(known.shown) == 7
    assert len(set(known.files)) == 7
    assert first.stat().st_mtime_ns > before  # its page is read again


def test_what_measures_time_is_run_when_all_else_is_done(
    write_example: Callable[..., Example], command: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    run_and_save = Store.run

    def run(store: Store, job: Job) -> Run:
        done = run_and_save(store, job)
        made.append(job.example.name)
        return done

    monkeypatch.setattr(Store, "run", run)
    write_example("", settings=f"alone = true\nrepeat = 2\n{FORK}", name="a.py")
    for name in ("b.py", "c.py", "d.py"):
        write_example("", settings=FORK, name=name)
    assert command() == 0
    assert sorted(made[:6]) == sorted(2 * ["x/b.py", "x/c.py", "x/d.py"])
    assert made[6:] == 3 * ["x/a.py"]


def test_relative_folders_are_taken_from_where_the_command_is_called(
    examples: Path, write_example: Callable[..., Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example("print(1)\n", "1\n", settings=FORK)
    monkeypatch.chdir(examples.parent)
    assert main(["--examples", "examples", "--records", "records"]) == 0
    assert len(list(Path("records/x").rglob("*.json"))) == 2


def test_two_commands_at_once_in_the_same_records_both_end_well(
    examples: Path, tmp_path: Path, write_example: Callable[..., Example]
) -> None:
    for name in ("a.py", "b.py", "c.py"):
        write_example("print(1)\n", "1\n", settings=FORK, name=name)
    folders = ["--examples", str(examples), "--records", str(tmp_path / "records")]
    words = [sys.executable, "-m", "runs", *folders]
    where = Path(runs.__file__).parents[1]
    both = [
        subprocess.Popen(words, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    said = [each.communicate(timeout=60)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert all("6 runs of 3 examples" in text and "0 problems" in text for text in said)
    assert sorted(file.suffix for file in (tmp_path / "records" / "x").rglob("*.*")) == [".json"] * 6


def test_every_named_python_runs_the_book_once(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    stand_in: Callable[..., str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    example = write_example(COUNTING, "1\n", settings=FORK)
    paths = [stand_in("3.99.1"), stand_in("3.100.0")]
    assert command("--pythons", *paths) == 0
    assert "4 runs of 1 examples on 3 Pythons, 4 of them made now, 0 problems\n" in capsys.readouterr().out
    assert command("--pythons", *paths) == 0
    assert times(example) == 3
    assert Store(tmp_path / "records").pythons() == [this_python().version, "3.99.1", "3.100.0"]


def test_this_python_stands_for_its_version(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    stand_in: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_example("print(1)\n", "1\n", settings=FORK)
    assert command("--pythons", stand_in(this_python().version)) == 0
    assert "2 runs of 1 examples, 2 of them made now, 0 problems\n" in capsys.readouterr().out


def test_only_pythons_that_a_page_may_show_repeat_an_example(
    write_example: Callable[..., Example], command: Callable[..., int], stand_in: Callable[..., str]
) -> None:
    example = write_example(COUNTING, "1\n", settings=f"repeat = 4\n{FORK}")
    assert command("--pythons", *map(stand_in, ("3.1.0", "3.99.1", "3.100.0"))) == 0
    assert times(example) == 1 + 4 + 1 + 4


def test_what_is_broken_is_a_table_of_examples_and_pythons(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    stand_in: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_example("print(1)\n", "2\n", settings='start-methods = ["fork", "spawn"]', name="bad.py")
    write_example("print(1)\n", "1\n", settings=FORK, name="good.py")
    assert command("--pythons", stand_in("3.99.1")) == 1
    out, err = capsys.readouterr()
    row = next(line for line in out.splitlines() if line.startswith("x/bad.py"))
    assert row.split(maxsplit=1)[1] == f"{this_python().version} spawn, fork; 3.99.1 spawn, fork"
    assert not any(line.startswith("x/good.py") for line in out.splitlines())
    assert err.count("examples/x/bad.out:1: under spawn on Python ") == 2


def test_a_python_that_does_not_start_is_one_message(command: Callable[..., int], tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"--pythons: no Python starts there: .*nowhere"):
        command("--pythons", str(tmp_path / "nowhere"))


def test_a_run_starts_as_from_a_terminal_though_the_command_ignores_signals(
    examples: Path, write_example: Callable[..., Example], tmp_path: Path
) -> None:
    code = "import signal\nprint(signal.getsignal(signal.SIGHUP).name, signal.getsignal(signal.SIGINT).__name__)\n"
    write_example(code, "SIG_DFL default_int_handler\n", settings=FORK)
    command = [sys.executable, "-m", "runs", "--examples", str(examples), "--records", str(tmp_path)]
    shell = ["sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh", *command]  # as nohup does, and & in a script
    done = subprocess.run(shell, cwd=Path(runs.__file__).parents[1], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
