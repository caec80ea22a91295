"""In what outputs differ: between start methods, between versions, from run to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runs.compare import Span, errors_by_version, is_same_by_contract, lines_not_in, varying
from runs.contract import Contract, read_contract
from runs.run import Run

if TYPE_CHECKING:
    from pathlib import Path


def contract_of(folder: Path, text: str) -> Contract:
    file = folder / "x.out"
    file.write_text(text, encoding="utf-8")
    return read_contract(file)


def run(method: str, stdout: str, stderr: str = "") -> Run:
    return Run(python="3.15.0", start_method=method, stdout=stdout, stderr=stderr, exit_code=0, seconds=1.0)


@pytest.mark.parametrize(
    ("contract", "one", "other", "same"),
    [
        ("a\n", "a\n", "a\n", True),
        ("pid ...\n", "pid 12\n", "pid 34\n", True),
        ("#: any order\na\nb\n", "a\nb\n", "b\na\n", True),
        ("#: under spawn\na\n#: under fork\nb\n", "a\n", "b\n", False),
        ("...\n", "a\nb\n", "b\na\n", True),
        ("...\n", "took 3 s\n", "took 4 s\n", True),
        ("...\n", "a\n", "", False),
        ("...\n", "a\n", "b\n", False),
    ],
)
def test_two_start_methods_are_the_same_if_promise_and_output_are(
    tmp_path: Path, contract: str, one: str, other: str, same: bool
) -> None:
    promised = contract_of(tmp_path, contract)
    assert is_same_by_contract(promised, run("spawn", one), run("fork", other)) is same


def test_the_frames_of_a_traceback_make_no_difference_but_its_error_does(tmp_path: Path) -> None:
    promised = contract_of(tmp_path, "#: stderr\n...\n")
    trace = 'Traceback (most recent call last):\n  File "x.py", line {}, in {}\n{}: no\n'
    spawn = run("spawn", "", trace.format(3, "main", "ValueError"))
    assert is_same_by_contract(promised, spawn, run("fork", "", trace.format(4, "work", "ValueError")))
    assert not is_same_by_contract(promised, spawn, run("fork", "", trace.format(3, "main", "KeyError")))


def test_lines_of_one_output_that_the_other_has_not() -> None:
    assert lines_not_in("a\nb 1\nc\n", "a\nb 2\n") == {2}
    assert lines_not_in("x\na\n", "a\n") == {0}
    assert lines_not_in("a\n", "a\nb\n") == set()
    assert lines_not_in("b\na\n", "a\nb\n") != set()


def test_lines_whose_order_is_free_differ_only_by_what_they_say() -> None:
    assert lines_not_in("b\na\n", "a\nb\n", any_order=True) == set()
    assert lines_not_in("b\na\na\n", "a\nb\n", any_order=True) == {2}


def test_what_varies_is_what_the_contract_leaves_open_and_another_run_has_otherwise(tmp_path: Path) -> None:
    blocks = contract_of(tmp_path, "pid ... of ...\nfixed\n").part("stdout", "spawn")
    output = "pid 12 of 3\nfixed\n"
    assert varying(blocks, output, [output, "pid 77 of 3\nfixed\n"]) == [Span(0, 4, 6)]
    assert varying(blocks, output, [output]) == []


def test_lines_in_any_order_are_compared_with_their_own_kind(tmp_path: Path) -> None:
    blocks = contract_of(tmp_path, "#: any order\nred ...\nblue ...\n").part("stdout", "spawn")
    assert varying(blocks, "red 1\nblue 2\n", ["blue 2\nred 1\n"]) == []
    assert varying(blocks, "red 1\nblue 2\n", ["blue 3\nred 1\n"]) == [Span(1, 5, 6)]


def test_lines_that_fit_the_same_pattern_each_keep_their_place(tmp_path: Path) -> None:
    blocks = contract_of(tmp_path, "took ... s\ntook ... s\n").part("stdout", "spawn")
    assert varying(blocks, "took 1 s\ntook 2 s\n", ["took 1 s\ntook 3 s\n"]) == [Span(1, 5, 6)]
    parts = contract_of(tmp_path, "took ... s\n#: any order\ntook ... s\n").part("stdout", "spawn")
    assert varying(parts, "took 1 s\ntook 2 s\n", ["took 1 s\ntook 3 s\n"]) == [Span(1, 5, 6)]


def test_error_texts_by_version(tmp_path: Path) -> None:
    blocks = contract_of(tmp_path, "AttributeError: ...work...\ntook ...\n").part("stdout", "spawn")
    old, new = "AttributeError: Can't get 'work' at 0x7f", "AttributeError: no 'work' at 0x8a"
    outputs = {
        "3.11.7": f"{old}\ntook 1\n",
        "3.13.0": f"{old.replace('7f', 'ee')}\ntook 2\n",
        "3.15.0": f"{new}\ntook 3 or so\n",
    }
    assert errors_by_version(blocks, outputs) == [(old, ["3.11.7", "3.13.0"]), (new, ["3.15.0"])]
    assert errors_by_version(blocks, {"3.11.7": outputs["3.11.7"]}) == []
