"""Whatever breaks a contract is told with the file and the line to mend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runs.check import problems, runs_here
from runs.contract import read_contract
from runs.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from runs.errors import Problem
    from runs.example import Example

RUN = Run(python="3.14.8", start_method="spawn", stdout="1\n", stderr="", exit_code=0, seconds=0.1)


def found(example: Example, run: Run) -> list[Problem]:
    return list(problems(example, read_contract(example.contract_file), run))


def only(example: Example, run: Run) -> Problem:
    """The one problem of a run."""
    (problem,) = found(example, run)
    assert "under spawn on Python 3.14.8" in problem.text
    return problem


def test_a_kept_contract_gives_no_problem(write_example: Callable[..., Example]) -> None:
    assert found(write_example("print(1)\n", "1\n"), RUN) == []


def test_an_expected_failure_gives_no_problem(write_example: Callable[..., Example]) -> None:
    example = write_example("", "#: stderr\nTraceback ...\n...\n", settings="exit-code = 1")
    assert found(example, replace(RUN, stdout="", stderr="Traceback (most\nValueError\n", exit_code=1)) == []


def test_a_run_that_took_too_long_is_a_problem_of_the_script(write_example: Callable[..., Example]) -> None:
    example = write_example("", "1\n", settings="time-limit = 2.5")
    problem = only(example, replace(RUN, stdout="", exit_code=-9, ending="time limit", stacks="in wait_for_child"))
    assert (problem.file, problem.line) == (example.file, 1)
    assert "2.5 s" in problem.text
    assert "in wait_for_child" in problem.text


def test_a_run_that_printed_too_much_is_a_problem_of_the_script(write_example: Callable[..., Example]) -> None:
    example = write_example("", "1\n")
    problem = only(example, replace(RUN, stdout="三" * 100, exit_code=-9, ending="output limit"))
    assert (problem.file, problem.line) == (example.file, 1)
    assert "300 bytes" in problem.text


def test_bytes_that_are_not_utf_8_are_a_problem_of_the_script(write_example: Callable[..., Example]) -> None:
    example = write_example("", "1\n")
    both = found(example, replace(RUN, undecodable=("stdout", "stderr")))
    assert [(problem.file, problem.line) for problem in both] == [(example.file, 1)] * 2
    assert "stdout is not valid UTF-8" in both[0].text
    assert "stderr is not valid UTF-8" in both[1].text


def test_processes_left_behind_are_a_problem_of_the_script(write_example: Callable[..., Example]) -> None:
    example = write_example("", "1\n")
    problem = only(example, replace(RUN, left_behind=("process 17", "process 18")))
    assert (problem.file, problem.line) == (example.file, 1)
    assert "left behind" in problem.text
    assert "process 17\nprocess 18" in problem.text


@pytest.mark.parametrize(("expected", "ended"), [(0, 1), (0, -11), (3, 1)])
def test_another_exit_code_is_a_problem_of_the_script(
    write_example: Callable[..., Example], expected: int, ended: int
) -> None:
    example = write_example("", "1\n#: stderr\noh\n", settings=f"exit-code = {expected}")
    problem = only(example, replace(RUN, stderr="oh\n", exit_code=ended))
    assert (problem.file, problem.line) == (example.file, 1)
    assert f"exit code {ended}, not {expected}" in problem.text
    assert problem.text.endswith("oh")


def test_an_expected_failure_that_no_longer_fails_is_a_problem_of_the_script(
    write_example: Callable[..., Example],
) -> None:
    example = write_example("", "1\n", settings="exit-code = 1")
    problem = only(example, RUN)
    assert (problem.file, problem.line) == (example.file, 1)
    assert "no longer fails" in problem.text


@pytest.mark.parametrize(
    ("stdout", "stderr", "stream", "line", "shown"),
    [
        ("2\n", "", "stdout", 2, "+2"),
        ("", "", "stdout", 2, "-1"),
        ("1\n", "oh\n", "stderr", 1, "+oh"),
    ],
)
def test_another_output_is_a_problem_of_the_contract(
    write_example: Callable[..., Example], stdout: str, stderr: str, stream: str, line: int, shown: str
) -> None:
    example = write_example("", "#: in order\n1\n")
    problem = only(example, replace(RUN, stdout=stdout, stderr=stderr))
    assert (problem.file, problem.line) == (example.contract_file, line)
    assert f"{stream} breaks the contract" in problem.text
    assert shown in problem.text.splitlines()


def test_a_missing_standard_error_is_a_problem_of_its_part_of_the_contract(
    write_example: Callable[..., Example],
) -> None:
    example = write_example("", "1\n#: stderr\nwarning\n")
    problem = only(example, RUN)
    assert (problem.file, problem.line) == (example.contract_file, 3)


def test_the_part_of_another_start_method_is_not_asked_for(write_example: Callable[..., Example]) -> None:
    example = write_example("", "#: under fork\n1\n#: under spawn\n2\n")
    assert only(example, RUN).line == 4
    assert found(example, replace(RUN, start_method="fork")) == []


def test_every_problem_of_a_run_is_told(write_example: Callable[..., Example]) -> None:
    example = write_example("", "1\n")
    run = replace(RUN, stdout="2\n", stderr="oh\n", exit_code=1, undecodable=("stdout",), left_behind=("process 1",))
    assert len(found(example, run)) == 5


def test_a_problem_is_written_with_its_place(write_example: Callable[..., Example]) -> None:
    assert str(only(write_example("", "2\n"), RUN)).startswith("examples/x/shown.out:1: under spawn")


@pytest.mark.parametrize(
    ("specifier", "python", "expected"),
    [
        (">=3.99", "3.14.8", False),
        (">=3.14", "3.14.0", True),
        (">=3.14", "3.13.9", False),
        (">=3.14", "3.15.0rc1", True),
        ("<3.14", "3.13.9", True),
        ("<3.14", "3.14.8", False),
    ],
)
def test_an_example_runs_where_python_is_as_it_requires(
    write_example: Callable[..., Example], specifier: str, python: str, expected: bool
) -> None:
    example = write_example("", table=f'requires-python = "{specifier}"')
    assert runs_here(example, python) is expected


def test_an_example_without_a_requirement_runs_everywhere(write_example: Callable[..., Example]) -> None:
    assert runs_here(write_example(""), "3.11.0")


def test_a_python_built_from_its_repository_has_a_version_too(write_example: Callable[..., Example]) -> None:
    assert runs_here(write_example("", table='requires-python = ">=3.14"'), "3.15.0a1+")
