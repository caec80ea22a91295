"""The block at the head of a script is read, and what is wrong in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from runs.errors import ExampleError
from runs.header import START_METHODS, Header, read_header

FILE = Path("examples/x/shown.py")


def with_block(*lines: str) -> Header:
    """The header of a script whose block has `lines`, the first of which is line 3 of the script."""
    block = "\n".join(["# /// script", *(f"# {line}".rstrip() for line in lines), "# ///"])
    return read_header(FILE, f'"""Shows it. 展示它。"""\n{block}\nprint()\n')


def line_and_text(*lines: str) -> tuple[int, str]:
    """Where and what the problem of a bad block is."""
    with pytest.raises(ExampleError) as caught:
        with_block(*lines)
    assert caught.value.problem.file == FILE
    return caught.value.problem.line, caught.value.problem.text


def test_a_script_without_a_block_has_the_defaults() -> None:
    header = read_header(FILE, "print()\n")
    assert header == Header()
    assert header.start_methods == START_METHODS
    assert (header.time_limit, header.exit_code, header.repeat, header.alone) == (30.0, 0, 1, False)


def test_a_block_without_settings_of_runs_has_the_defaults() -> None:
    assert with_block() == Header()
    assert with_block("[tool.other]", "repeat = 3") == Header()


def test_every_setting_is_read() -> None:
    header = with_block(
        'requires-python = ">=3.14"',
        'dependencies = ["numpy", "psutil"]',
        "",
        "[tool.run]",
        'start-methods = ["spawn"]',
        "time-limit = 2.5",
        "exit-code = -9",
        "repeat = 7",
        "alone = true",
    )
    assert header.start_methods == ("spawn",)
    assert header.time_limit == 2.5
    assert header.exit_code == -9
    assert header.repeat == 7
    assert header.alone is True
    assert str(header.requires_python) == ">=3.14"
    assert header.dependencies == ("numpy", "psutil")


def test_a_time_limit_may_be_a_whole_number() -> None:
    assert with_block("[tool.run]", "time-limit = 2").time_limit == 2.0


def test_start_methods_come_in_the_order_of_the_book() -> None:
    assert with_block("[tool.run]", 'start-methods = ["fork", "forkserver"]').start_methods == ("forkserver", "fork")


def test_a_block_that_does_not_open_the_script_is_read() -> None:
    source = '"""Doc."""\n\nimport os\n\n# /// script\n# [tool.run]\n# repeat = 2\n# ///\n'
    assert read_header(FILE, source).repeat == 2


def test_a_block_without_an_end_is_told_with_the_line_it_begins() -> None:
    with pytest.raises(ExampleError) as caught:
        read_header(FILE, '"""Doc."""\n\n# /// script\n# [tool.run]\nprint()\n')
    assert (caught.value.problem.file, caught.value.problem.line) == (FILE, 3)
    assert "no end" in caught.value.problem.text


def test_broken_toml_is_told_with_its_line() -> None:
    line, text = line_and_text("[tool.run]", "repeat = = 3", "alone = true")
    assert line == 4
    assert "TOML" in text


def test_toml_that_breaks_off_at_the_end_of_the_block_is_told_with_its_line() -> None:
    assert line_and_text("[tool.run]", "alone = true", "repeat =")[0] == 5


def test_an_unknown_setting_is_told_with_its_line_and_the_known_ones() -> None:
    line, text = line_and_text("[tool.run]", "alone = true", "retries = 3")
    assert line == 5
    assert "'retries'" in text
    assert "time-limit" in text


def test_an_unknown_setting_is_not_taken_for_a_longer_one() -> None:
    assert line_and_text("[tool.run]", "time-limit = 3", "time = 3")[0] == 5


@pytest.mark.parametrize(
    "setting",
    ['start-methods = "fork"', 'time-limit = "3"', "exit-code = 1.0", 'repeat = "3"', "alone = 1"],
)
def test_a_setting_of_the_wrong_type_is_told_with_its_line(setting: str) -> None:
    line, text = line_and_text("[tool.run]", "", setting)
    assert line == 5
    assert "wrong type" in text


@pytest.mark.parametrize("setting", ["time-limit = true", "exit-code = true", "repeat = true"])
def test_true_is_not_a_number(setting: str) -> None:
    assert line_and_text("[tool.run]", setting)[0] == 4


@pytest.mark.parametrize("setting", ["repeat = 0", "repeat = -1", "time-limit = 0", "time-limit = -1.5"])
def test_a_number_that_cannot_be_is_told_with_its_line(setting: str) -> None:
    assert line_and_text("[tool.run]", setting)[0] == 4


@pytest.mark.parametrize("methods", ['["threads"]', '["fork", "threads"]', "[1]"])
def test_an_unknown_start_method_is_told_with_its_line(methods: str) -> None:
    line, text = line_and_text("[tool.run]", "repeat = 2", f"start-methods = {methods}")
    assert line == 5
    assert "unknown start method" in text


def test_no_start_method_at_all_is_a_mistake() -> None:
    assert line_and_text("[tool.run]", "start-methods = []")[0] == 4


@pytest.mark.parametrize("value", ['"three"', "3.11"])
def test_a_bad_requires_python_is_told_with_its_line(value: str) -> None:
    assert line_and_text("dependencies = []", f"requires-python = {value}")[0] == 4


def test_dependencies_that_are_no_list_are_told_with_their_line() -> None:
    assert line_and_text('requires-python = ">=3.11"', 'dependencies = "numpy"')[0] == 4


@pytest.mark.parametrize("lines", [("tool = 5",), ("[tool]", "run = 5")])
def test_settings_that_are_no_table_are_an_error_of_the_example(lines: tuple[str, ...]) -> None:
    assert line_and_text(*lines)[0] >= 3
