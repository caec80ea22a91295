"""A script is read with its titles, its header and the local modules it imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runs.errors import ExampleError
from runs.example import find_examples, read_example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.errors import Problem
    from runs.example import Example


def titles(folder: Path, docstring: str) -> dict[str, str]:
    (folder / "x" / "shown.py").write_text(f'"""{docstring}"""\n', encoding="utf-8")
    return read_example(folder, "x/shown.py").titles


def problem(folder: Path, content: bytes | None) -> Problem:
    """What is wrong with a script of this `content`; None is no script at all."""
    file = folder / "x" / "shown.py"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ExampleError) as caught:
        read_example(folder, "x/shown.py")
    assert caught.value.problem.file == file
    return caught.value.problem


def test_the_parts_of_an_example_are_known(examples: Path, write_example: Callable[..., Example]) -> None:
    example = write_example("print(1)\n", "1\n", settings="repeat = 3")
    assert example.name == "x/shown.py"
    assert example.file == examples / "x" / "shown.py"
    assert example.contract_file == examples / "x" / "shown.out"
    assert example.source == example.file.read_text(encoding="utf-8")
    assert example.header.repeat == 3
    assert example.modules == ()


@pytest.mark.parametrize(
    ("docstring", "english", "chinese"),
    [
        ("Shows a queue. 展示队列。", "Shows a queue.", "展示队列。"),
        ("Shows a queue. Queue 的用法。", "Shows a queue.", "Queue 的用法。"),
        ("Shows a queue. multiprocessing.Queue 的用法。", "Shows a queue.", "multiprocessing.Queue 的用法。"),
        ("Shows a queue.\nQueue 的用法。", "Shows a queue.", "Queue 的用法。"),
        ("Shows a\nqueue. 展示\n队列。", "Shows a queue.", "展示 队列。"),
        ("Starts it. Then joins. 启动，然后等待。", "Starts it. Then joins.", "启动，然后等待。"),
        ("Starts it. Then joins.\n启动，然后等待。", "Starts it. Then joins.", "启动，然后等待。"),
        ("Shows a queue, e.g. a short one.\nQueue 的用法。", "Shows a queue, e.g. a short one.", "Queue 的用法。"),
        ("What is printed? 打印什么？", "What is printed?", "打印什么？"),
    ],
)
def test_the_docstring_gives_a_title_to_each_edition(
    examples: Path, docstring: str, english: str, chinese: str
) -> None:
    assert titles(examples, docstring) == {"en": english, "zh": chinese}


@pytest.mark.parametrize("docstring", ["Shows a queue.", "", "Shows. A queue.", "展示队列。", "Queue 的用法。"])
def test_a_docstring_without_both_sentences_is_an_error(examples: Path, docstring: str) -> None:
    found = problem(examples, f'"""{docstring}"""\n'.encode())
    assert found.line == 1
    assert "two sentences" in found.text


def test_a_script_without_a_docstring_is_an_error(examples: Path) -> None:
    assert "two sentences" in problem(examples, b"print()\n").text


def test_a_missing_script_is_an_error(examples: Path) -> None:
    found = problem(examples, None)
    assert (found.line, found.text) == (1, "there is no such script")


def test_a_script_that_does_not_compile_is_an_error_on_its_line(examples: Path) -> None:
    found = problem(examples, '"""Shows it. 展示它。"""\n\nprint(\n'.encode())
    assert found.line == 3
    assert "does not compile" in found.text


def test_a_script_that_is_not_utf_8_is_an_error(examples: Path) -> None:
    assert "not UTF-8" in problem(examples, '"""Shows it. 展示它。"""\n'.encode("gb18030")).text


def test_a_bad_header_is_an_error_on_its_line(examples: Path) -> None:
    source = '"""Shows it. 展示它。"""\n# /// script\n# [tool.run]\n# retries = 2\n# ///\n'
    assert problem(examples, source.encode()).line == 4


def test_local_modules_are_found_directly_and_indirectly(examples: Path, write_example: Callable[..., Example]) -> None:
    folder = examples / "x"
    (folder / "_b.py").write_text("def f():\n    from _c import g\n    return g\n")
    (folder / "_c.py").write_text("import shown, _b\n")
    (folder / "_d.py").write_text("")
    (folder / "_e.py").write_text("")
    example = write_example("import os\nimport _b as other\nfrom _d import name\n")
    assert example.modules == (folder / "_b.py", folder / "_c.py", folder / "_d.py")


@pytest.mark.parametrize("changed", ["shown.py", "_b.py", "_c.py"])
def test_the_digest_changes_with_the_script_and_the_modules_it_imports(
    examples: Path, write_example: Callable[..., Example], changed: str
) -> None:
    folder = examples / "x"
    (folder / "_b.py").write_text("import _c\n")
    (folder / "_c.py").write_text("\n")
    before = write_example("import _b\n").digest
    assert read_example(examples, "x/shown.py").digest == before
    with (folder / changed).open("a") as stream:
        stream.write("\n")
    assert read_example(examples, "x/shown.py").digest != before


def test_the_digest_does_not_change_with_the_contract_or_another_module(
    examples: Path, write_example: Callable[..., Example]
) -> None:
    before = write_example("print(1)\n", "1\n").digest
    (examples / "x" / "_other.py").write_text("")
    assert write_example("print(1)\n", "2\n").digest == before


def test_a_module_that_does_not_compile_is_an_error_in_the_module(
    examples: Path, write_example: Callable[..., Example]
) -> None:
    module = examples / "x" / "_b.py"
    module.write_text("\nprint(\n")
    example = write_example("import _b\n")
    with pytest.raises(ExampleError) as caught:
        assert example.digest
    assert (caught.value.problem.file, caught.value.problem.line) == (module, 2)


def test_examples_are_found_without_the_modules_they_share(examples: Path) -> None:
    (examples / "a").mkdir()
    for name in ("x/b.py", "x/a.py", "x/_shared.py", "x/a.out", "a/z.py", "loose.py"):
        (examples / name).touch()
    assert list(find_examples(examples)) == ["a/z.py", "x/a.py", "x/b.py"]
