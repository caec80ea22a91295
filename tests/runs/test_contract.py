"""A contract says which outputs keep it: exact lines, placeholders, orders, streams and start methods."""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import pytest

import runs.contract
from runs.contract import difference, keeps, read_contract
from runs.errors import ExampleError

if TYPE_CHECKING:
    from pathlib import Path

    from runs.contract import Contract, Stream


class Promise:
    """A contract with the questions that the tests ask of it."""

    def __init__(self, folder: Path, text: str) -> None:
        self.file = folder / "shown.out"
        self.file.write_text(text, encoding="utf-8")

    @property
    def contract(self) -> Contract:
        return read_contract(self.file)

    def keeps(self, *lines: str, stream: Stream = "stdout", method: str = "fork") -> bool:
        return keeps(self.contract.part(stream, method), "".join(f"{line}\n" for line in lines))

    def difference(self, *lines: str) -> list[str]:
        """The lines of the difference that are told as missing or as too many."""
        text = difference(self.contract.part("stdout", "fork"), "".join(f"{line}\n" for line in lines))
        return [line for line in text.splitlines()[2:] if line.startswith(("-", "+"))]


def test_exact_lines_are_kept_by_the_same_lines_only(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "one\ntwo\n三\n")
    assert promise.keeps("one", "two", "三")
    assert not promise.keeps("one", "two")
    assert not promise.keeps("two", "three")
    assert not promise.keeps("one", "two", "三", "four")
    assert not promise.keeps("two", "one", "三")
    assert not promise.keeps("one", "two", "四")
    assert not promise.keeps("one", "", "two", "三")
    assert not promise.keeps()


def test_space_and_small_differences_count(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "True\na b\n<BLANKLINE>\n")
    assert promise.keeps("True", "a b", "<BLANKLINE>")
    assert not promise.keeps("1", "a b", "<BLANKLINE>")
    assert not promise.keeps("True", "a  b", "<BLANKLINE>")
    assert not promise.keeps("True", "a b ", "<BLANKLINE>")
    assert not promise.keeps("True", "a b", "")


def test_dots_inside_a_line_stand_for_any_text_of_that_line(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "pid ... ended\nin ...s\n")
    assert promise.keeps("pid 17 ended", "in 0.3s")
    assert promise.keeps("pid  ended", "in s")
    assert not promise.keeps("pid 17 died", "in 0.3s")
    assert not promise.keeps("pid 17", "ended", "in 0.3s")


def test_a_line_of_dots_stands_for_any_number_of_lines(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "first\n...\nlast\n")
    assert promise.keeps("first", "last")
    assert promise.keeps("first", "a", "last")
    assert promise.keeps("first", "last", "b", "last")
    assert not promise.keeps("first", "a")
    assert not promise.keeps("a", "last")
    assert not promise.keeps("first", "last", "a")


def test_several_lines_of_dots_keep_the_order_of_what_is_between(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "...\nb\n...\nc\n...\n")
    assert promise.keeps("b", "c")
    assert promise.keeps("b", "a", "b", "c", "a")
    assert not promise.keeps("c", "b")


def test_lines_in_any_order_may_change_places(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\na\nb\nb\n")
    assert promise.keeps("a", "b", "b")
    assert promise.keeps("b", "a", "b")
    assert not promise.keeps("a", "b")
    assert not promise.keeps("a", "a", "b")
    assert not promise.keeps("a", "b", "b", "b")
    assert not promise.keeps("a", "b", "c")


def test_lines_that_compete_for_a_printed_line_are_matched_each_to_its_own(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\nchild ...\nchild 1\n")
    assert promise.keeps("child 1", "child 2")
    assert promise.keeps("child 2", "child 1")
    assert not promise.keeps("child 2", "child 3")


def test_a_long_chain_of_competing_lines_is_resolved(tmp_path: Path) -> None:
    wanted = [f"...<{number}>..." for number in (1, 2, 3, 0)]  # each but the last fits two printed lines
    promise = Promise(tmp_path, "\n".join(["#: any order", *wanted]))
    assert promise.keeps("<0><1>", "<1><2>", "<2><3>", "<3>")
    assert not promise.keeps("<0><1>", "<2>", "<2><3>", "<2>")


def test_a_line_of_dots_in_any_order_takes_the_rest(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\nb\na\n...\n")
    assert promise.keeps("a", "b")
    assert promise.keeps("x", "a", "y", "b", "z")
    assert not promise.keeps("x", "a", "y")
    assert not promise.keeps("a")


def test_in_order_follows_any_order(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "start\n#: any order\na\nb\n#: in order\nend\nbye\n")
    assert promise.keeps("start", "a", "b", "end", "bye")
    assert promise.keeps("start", "b", "a", "end", "bye")
    assert not promise.keeps("a", "start", "b", "end", "bye")
    assert not promise.keeps("start", "a", "end", "b", "bye")
    assert not promise.keeps("start", "a", "b", "bye", "end")


def test_dots_in_any_order_leave_the_lines_in_order_after_them(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\na\n...\n#: in order\nend\n")
    assert promise.keeps("x", "a", "end")
    assert promise.keeps("end", "a", "x", "end")
    assert not promise.keeps("x", "end", "a")


def test_two_blocks_of_any_order_do_not_mix(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\na\nb\n#: any order\nc\nd\n")
    assert promise.keeps("b", "a", "d", "c")
    assert not promise.keeps("a", "c", "b", "d")


def test_standard_error_has_a_part_of_its_own(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "out\n#: stderr\nTraceback ...\n#: stdout\nmore\n")
    assert promise.keeps("out", "more")
    assert not promise.keeps("out")
    assert promise.keeps("Traceback (most recent call last):", stream="stderr")
    assert not promise.keeps(stream="stderr")


def test_standard_error_is_in_order_again_after_any_order(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "#: any order\na\nb\n#: stderr\nc\nd\n")
    assert promise.keeps("b", "a")
    assert not promise.keeps("d", "c", stream="stderr")


def test_standard_error_is_empty_unless_a_contract_says_so(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "out\n")
    assert promise.keeps(stream="stderr")
    assert not promise.keeps("warning", stream="stderr")


def test_parts_hold_for_the_start_methods_they_name(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "a\n#: under spawn, forkserver\nb\n#: under fork\nc\n#: under all\nd\n")
    assert promise.keeps("a", "b", "d", method="spawn")
    assert promise.keeps("a", "b", "d", method="forkserver")
    assert promise.keeps("a", "c", "d", method="fork")
    assert not promise.keeps("a", "d", method="spawn")
    assert not promise.keeps("a", "b", "d", method="fork")


def test_blocks_know_their_first_line(tmp_path: Path) -> None:
    blocks = Promise(tmp_path, "a\nb\n#: any order\nc\n\n#: stderr\nd\n").contract.blocks
    assert [(block.line, block.lines) for block in blocks] == [(1, ("a", "b")), (4, ("c", "")), (7, ("d",))]


@pytest.mark.parametrize(
    "line", ["#: sorted", "#:", "#: any", "#: under", "#: under threads", "#: under fork, threads", "#: stdout x"]
)
def test_an_unknown_directive_is_an_error_on_its_line(tmp_path: Path, line: str) -> None:
    promise = Promise(tmp_path, f"a\nb\n{line}\nc\n")
    with pytest.raises(ExampleError) as caught:
        assert promise.contract
    assert (caught.value.problem.file, caught.value.problem.line) == (promise.file, 3)
    assert f"'{line}'" in caught.value.problem.text


def test_a_missing_contract_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExampleError) as caught:
        read_contract(tmp_path / "shown.out")
    assert (caught.value.problem.file, caught.value.problem.line) == (tmp_path / "shown.out", 1)
    assert "missing" in caught.value.problem.text


def test_a_contract_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "shown.out").write_bytes(b"caf\xe9\n")
    with pytest.raises(ExampleError, match="not UTF-8"):
        read_contract(tmp_path / "shown.out")


def test_an_empty_contract_promises_no_output(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "")
    assert promise.keeps()
    assert not promise.keeps("a")
    assert not promise.keeps("")


def test_the_order_varies_only_where_several_lines_are_in_any_order(tmp_path: Path) -> None:
    assert not Promise(tmp_path, "a\nb\n").contract.order_varies("fork")
    assert not Promise(tmp_path, "#: any order\na\n#: in order\nb\n").contract.order_varies("fork")
    assert not Promise(tmp_path, "a\n#: stderr\n#: any order\nb\nc\n").contract.order_varies("fork")
    contract = Promise(tmp_path, "#: under fork\n#: any order\na\nb\n").contract
    assert contract.order_varies("fork")
    assert not contract.order_varies("spawn")


def test_the_difference_shows_what_is_missing_and_what_is_too_many(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "one\ntwo\nthree\n")
    assert promise.difference("one", "three") == ["-two"]
    assert promise.difference("one", "two", "three", "four") == ["+four"]
    assert promise.difference("one", "2", "three") == ["-two", "+2"]


def test_the_difference_shows_a_wrong_order(tmp_path: Path) -> None:
    changed = Promise(tmp_path, "one\ntwo\n").difference("two", "one")
    assert changed
    assert {line[1:] for line in changed} <= {"one", "two"}


def test_the_difference_leaves_out_lines_that_match_by_dots(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "pid ...\nin ...s\ndone ...\nbye\n")
    assert promise.difference("pid 17", "in 3s", "done 1") == ["-bye"]


def test_the_difference_leaves_out_what_a_line_of_dots_stands_for(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "first\n...\nlast\n")
    assert promise.difference("first", "a", "b", "lost") == ["-last"]


def test_the_difference_leaves_out_lines_that_only_changed_places(tmp_path: Path) -> None:
    promise = Promise(tmp_path, "start\n#: any order\na ...\nb\nc\n")
    assert promise.difference("start", "c", "b", "x") == ["-a ...", "+x"]


def test_a_difference_is_kept_short(tmp_path: Path) -> None:
    text = difference(Promise(tmp_path, "a\n").contract.part("stdout", "fork"), "\n".join(["b" * 5000] * 5000))
    assert len(text) < 20_000


@pytest.mark.parametrize("seed", range(20))
def test_any_order_agrees_with_trying_every_order(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    wanted = [random.choice(["a...", "...b", "ab", "a...c", "..b.."]) for _ in range(4)]
    printed = [random.choice(["ab", "aab", "ac", "b", "abc"]) for _ in range(4)]
    tried = any(Promise(tmp_path, "\n".join(order)).keeps(*printed) for order in permutations(wanted))
    assert Promise(tmp_path, "\n".join(["#: any order", *wanted])).keeps(*printed) is tried


class Budget:
    """Counts the comparisons of lines, and ends a test that makes more than `most`: it would seem to hang."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
        self.left = most
        self.compare = runs.contract.line_matches
        monkeypatch.setattr(runs.contract, "line_matches", self.spend)

    def spend(self, want: str, got: str) -> bool:
        self.left -= 1
        assert self.left, "too many comparisons"
        return self.compare(want, got)


LONG = [f"line {number}" for number in range(5000)]


@pytest.mark.parametrize(
    ("wanted", "is_kept"),
    [
        pytest.param(LONG, True, id="in order"),
        pytest.param([*LONG, "more"], False, id="one missing"),
        pytest.param(["line ..."] * 5000, True, id="dots in each line"),
        pytest.param(["...", "line 4999"], True, id="a line of dots"),
        pytest.param(["line 0", "...", "line 2500", "...", "line x"], False, id="two lines of dots"),
        pytest.param([*("...", "line 1") * 4, "line x"], False, id="four lines of dots"),
        pytest.param(["#: any order", "line 4999", "line 3", "..."], True, id="some in any order"),
        pytest.param(["#: any order", "line 4999", "line x", "..."], False, id="one missing in any order"),
        pytest.param(["#: any order", "line 17", "...", "#: in order", "line 4999"], True, id="in order after any"),
        pytest.param(["#: any order", *reversed(LONG)], True, id="all in any order"),
        pytest.param(["#: any order", *["line ..."] * 300, "..."], True, id="hundreds compete"),
    ],
)
def test_five_thousand_lines_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: list[str], is_kept: bool
) -> None:
    Budget(monkeypatch, 1_000_000)
    assert Promise(tmp_path, "\n".join(wanted)).keeps(*LONG) is is_kept
