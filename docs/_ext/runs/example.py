"""An example: one script, complete and runnable, with its contract beside it."""

from __future__ import annotations

import ast
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .errors import ExampleError
from .header import Header, place_of, read_header
from .lock import Locked, NotLocked, locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, eq=False)
class Example:
    """A script as it stands on disk. `name` is its path below the folder of examples: `process/process_hello.py`."""

    name: str
    file: Path
    source: str
    titles: dict[str, str]
    header: Header

    def error(self, key: str, text: str) -> ExampleError:
        """An error at the line of the header that sets `key`."""
        place = place_of(self.file, self.source)
        return place.error(key, text) if place else ExampleError(self.file, 1, text)

    @property
    def contract_file(self) -> Path:
        """The contract stands beside the script, with the ending `.out`."""
        return self.file.with_suffix(".out")

    @cached_property
    def modules(self) -> tuple[Path, ...]:
        """The local modules that the script imports, directly or not, sorted."""
        found: set[Path] = set()
        waiting = [self.file]
        while waiting:
            for module in local_imports(waiting.pop()):
                if module not in found and module != self.file:
                    found.add(module)
                    waiting.append(module)
        return tuple(sorted(found))

    @cached_property
    def locked(self) -> tuple[Locked, ...]:
        """What the script needs beside the standard library, as the lock file has it. Raises ExampleError if not."""
        try:
            return locked(self.header.dependencies)
        except NotLocked as error:
            raise self.error("dependencies", str(error)) from None

    @cached_property
    def digest(self) -> str:
        """Changes whenever a byte of the script (its header is in it) or of a module it imports changes."""
        content = hashlib.sha256()
        for file in (self.file, *self.modules):
            content.update(f"{file.name}\0".encode())
            content.update(hashlib.sha256(file.read_bytes()).digest())
        return content.hexdigest()


def read_example(folder: Path, name: str) -> Example:
    """The example `name` below `folder`. Raises ExampleError if it is missing or malformed."""
    file = folder.absolute() / name  # a run has another working directory
    try:
        source = file.read_text(encoding="utf-8")
        tree = ast.parse(source)
    except FileNotFoundError:
        raise ExampleError(file, 1, "there is no such script") from None
    except UnicodeDecodeError as error:
        raise ExampleError(file, 1, f"the script is not UTF-8: {error}") from None
    except SyntaxError as error:
        raise ExampleError(file, error.lineno or 1, f"the script does not compile: {error.msg}") from None
    return Example(name, file, source, titles_of(file, ast.get_docstring(tree) or ""), read_header(file, source))


def titles_of(file: Path, docstring: str) -> dict[str, str]:
    """Title by edition: the docstring's English sentence and its Chinese one."""
    chinese = CHINESE.search(docstring)
    english = docstring[: chinese.start()] if chinese else docstring
    # A Chinese sentence may open with a name in Latin letters, so cut at the last full stop before it.
    ends = [end.end() for end in re.finditer(r"[.!?]\s|\n", english)]
    if chinese is None or not ends:
        text = 'the docstring must be two sentences: """What it shows, in English. 中文说明。"""'
        raise ExampleError(file, 1, text)
    return {"en": " ".join(docstring[: ends[-1]].split()), "zh": " ".join(docstring[ends[-1] :].split())}


def find_examples(folder: Path) -> Iterator[str]:
    """The names of all scripts below `folder`, sorted; a module that scripts share has a name with a leading `_`."""
    for file in sorted(folder.glob("*/*.py")):
        if not file.name.startswith("_"):
            yield f"{file.parent.name}/{file.name}"


def local_imports(file: Path) -> Iterator[Path]:
    """The files beside `file` that it imports. Raises ExampleError if it does not compile."""
    try:
        tree = ast.parse(file.read_bytes())
    except SyntaxError as error:
        raise ExampleError(file, error.lineno or 1, f"the module does not compile: {error.msg}") from None
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(module)):
                names = [module]
            case _:
                continue
        for name in names:
            module_file = file.parent / f"{name.partition('.')[0]}.py"
            if module_file.is_file():
                yield module_file
