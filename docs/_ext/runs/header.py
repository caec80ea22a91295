"""The PEP 723 block at the head of a script: how its run differs from the usual."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from .errors import ExampleError

if TYPE_CHECKING:
    from pathlib import Path

START_METHODS = ("forkserver", "spawn", "fork")  # the order of the book: the default of current Python first
BLOCK = re.compile(r"^# /// script\s*$\n(?P<body>(?:^#(?: .*)?$\n)*?)^# ///\s*$", re.MULTILINE)
SETTINGS = {
    "start-methods": (list,),
    "time-limit": (int, float),
    "exit-code": (int,),
    "repeat": (int,),
    "alone": (bool,),
}


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
    requires_python: SpecifierSet = field(default_factory=SpecifierSet)
    dependencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """The lines of a header, and where they stand, to name the line of what is wrong."""

    file: Path
    first_line: int
    lines: list[str]

    def error(self, key: str, text: str) -> ExampleError:
        """An error at the line that sets `key`, or at the first."""
        opening = re.compile(rf"\s*\[?[\"']?{re.escape(key)}\b(?!-)")
        offset = next((number for number, line in enumerate(self.lines) if opening.match(line)), 0)
        return ExampleError(self.file, self.first_line + offset, text)


def place_of(file: Path, source: str) -> Source | None:
    """The header of a script's `source`, as it stands there."""
    block = BLOCK.search(source)
    if block is None:
        return None
    return Source(file, line_of(source, block.start("body")), [line[2:] for line in block["body"].splitlines()])


def read_header(file: Path, source: str) -> Header:
    """The header of a script's `source`. Raises ExampleError with the line of what is wrong."""
    place = place_of(file, source)
    if place is None:
        opening = re.search(r"^# /// script", source, re.MULTILINE)
        if opening:
            raise ExampleError(file, line_of(source, opening.start()), "the block '# /// script' has no end '# ///'")
        return Header()
    try:
        table = tomllib.loads("\n".join(place.lines))
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"at line (\d+)", str(error))
        line = place.first_line - 1 + (int(told[1]) if told else len(place.lines))  # without a place: at the end
        raise ExampleError(file, line, f"the script's header is not valid TOML: {error}") from None
    return Header(**run_settings(place, table), **standard_settings(place, table))


def run_settings(place: Source, table: dict[str, Any]) -> dict[str, Any]:
    """What `[tool.run]` says, by the names of Header's fields."""
    tool = table.get("tool", {})
    settings = tool.get("run", {}) if isinstance(tool, dict) else tool
    if not isinstance(settings, dict):
        raise place.error("run" if isinstance(tool, dict) else "tool", "[tool.run] must be a table")
    for key, value in settings.items():
        if key not in SETTINGS:
            raise place.error(key, f"unknown setting '{key}' in [tool.run]; known are {', '.join(SETTINGS)}")
        if type(value) not in SETTINGS[key]:  # not isinstance: True would be a number
            raise place.error(key, f"'{key}' has the wrong type: {value!r}")
        if key in ("time-limit", "repeat") and value <= 0:
            raise place.error(key, f"'{key}' must be more than 0, not {value!r}")
    if "start-methods" in settings:
        settings["start-methods"] = start_methods(place, settings["start-methods"])
    return {key.replace("-", "_"): value for key, value in settings.items()}


def start_methods(place: Source, names: list[object]) -> tuple[str, ...]:
    """The named start methods, in the order of the book."""
    for name in names:
        if name not in START_METHODS:
            known = ", ".join(START_METHODS)
            raise place.error("start-methods", f"unknown start method {name!r}; known are {known}")
    if not names:
        raise place.error("start-methods", "no start method is named")
    return tuple(method for method in START_METHODS if method in names)


def standard_settings(place: Source, table: dict[str, Any]) -> dict[str, Any]:
    """What PEP 723 itself defines."""
    requirement = table.get("requires-python", "")
    try:
        requires_python = SpecifierSet(requirement if isinstance(requirement, str) else repr(requirement))
    except InvalidSpecifier as error:
        raise place.error("requires-python", str(error)) from None
    dependencies = table.get("dependencies", [])
    if not isinstance(dependencies, list) or not all(isinstance(each, str) for each in dependencies):
        raise place.error("dependencies", f"'dependencies' must be a list of names: {dependencies!r}")
    return {"requires_python": requires_python, "dependencies": tuple(dependencies)}


def line_of(source: str, position: int) -> int:
    """The 1-based line of a `position` in `source`."""
    return source.count("\n", 0, position) + 1
