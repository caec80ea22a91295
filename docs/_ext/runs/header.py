"""The PEP 723 block at the head of a script: how its run differs from the usual."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from .errors import ExampleError

if TYPE_CHECKING:
    from pathlib import Path

START_METHODS = ("forkserver", "spawn", "fork")  # the order of the book: the default of current Python first
BLOCK = re.compile(r"^# /// script\s*$\n(?P<body>(?:^#(?: .*)?$\n)*?)^# ///\s*$", re.MULTILINE)
SETTINGS = {"start-methods": list, "time-limit": (int, float), "exit-code": int, "repeat": int, "alone": bool}


@dataclass(frozen=True)
class Header:
    """Settings of one example; the defaults are what most scripts have, which need no block.

    `time_limit` is in seconds. `repeat` is how many runs a nondeterministic example gets under the start method that
    the page shows. An `alone` example measures time, so nothing else runs beside it.
    """

    start_methods: tuple[str, ...] = START_METHODS
    time_limit: float = 30.0
    exit_code: int = 0
    repeat: int = 1
    alone: bool = False
    requires_python: SpecifierSet = SpecifierSet()
    dependencies: tuple[str, ...] = ()


def read_header(file: Path, source: str) -> Header:
    """The header of a script's `source`. Raises ExampleError with the line of what is wrong."""
    block = BLOCK.search(source)
    if block is None:
        opening = re.search(r"^# /// script", source, re.MULTILINE)
        if opening:
            raise ExampleError(file, line_of(source, opening.start()), "the block '# /// script' has no end '# ///'")
        return Header()
    first_line = line_of(source, block.start("body"))
    toml = "\n".join(line[2:] for line in block["body"].splitlines())
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = first_line - 1 + (int(place[1]) if place else 1)
        raise ExampleError(file, line, f"the script's header is not valid TOML: {error}") from None
    return header_of(file, first_line, toml.splitlines(), table)


def header_of(file: Path, first_line: int, lines: list[str], table: dict[str, Any]) -> Header:
    """A Header from the parsed `table`; `lines` and `first_line` serve to name the line of a bad setting."""

    def fail(key: str, text: str) -> ExampleError:
        offset = next((number for number, line in enumerate(lines) if line.lstrip().startswith(key)), 0)
        return ExampleError(file, first_line + offset, text)

    settings: dict[str, Any] = table.get("tool", {}).get("run", {})
    for key, value in settings.items():
        if key not in SETTINGS:
            raise fail(key, f"unknown setting '{key}' in [tool.run]; known are {', '.join(SETTINGS)}")
        if not isinstance(value, SETTINGS[key]):  # type: ignore[arg-type]
            raise fail(key, f"'{key}' has the wrong type: {value!r}")
    methods = tuple(settings.get("start-methods", START_METHODS))
    for method in methods:
        if method not in START_METHODS:
            raise fail("start-methods", f"unknown start method {method!r}; known are {', '.join(START_METHODS)}")
    if not methods:
        raise fail("start-methods", "no start method is named")
    try:
        requires_python = SpecifierSet(table.get("requires-python", ""))
    except InvalidSpecifier as error:
        raise fail("requires-python", str(error)) from None
    return Header(
        start_methods=tuple(method for method in START_METHODS if method in methods),
        time_limit=float(settings.get("time-limit", Header.time_limit)),
        exit_code=settings.get("exit-code", 0),
        repeat=settings.get("repeat", 1),
        alone=settings.get("alone", False),
        requires_python=requires_python,
        dependencies=tuple(table.get("dependencies", ())),
    )


def line_of(source: str, position: int) -> int:
    """The 1-based line of a `position` in `source`."""
    return source.count("\n", 0, position) + 1
