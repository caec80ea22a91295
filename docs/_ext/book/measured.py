"""Numbers and charts from recorded runs, for the cells of a page (MyST-NB runs them in a kernel of their own)."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from runs import EXAMPLES, RECORDS
from runs.contract import read_contract
from runs.example import read_example
from runs.known import known_of
from runs.store import Store

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from runs.run import Run

READ = re.compile(r"""\brun_of\(["']([^"']+)["']\)""")

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def run_of(name: str) -> Run:
    """The recorded run of an example that its page shows: the newest Python's. It is made now if there is none."""
    example = read_example(EXAMPLES, name)
    return known_of(Store(RECORDS), example, read_contract(example.contract_file)).shown[0]


def numbers_of(run: Run) -> dict[str, list[float]]:
    """A printed table as data: for each line that holds numbers, its first word and the numbers after it."""
    table = {}
    for line in run.stdout.splitlines():
        name, *cells = line.split()
        if cells and all(NUMBER.fullmatch(cell) for cell in cells):
            table[name] = [float(cell) for cell in cells]
    return table


def note_runs(app: Sphinx, docname: str, content: list[str]) -> None:
    """A page depends on the runs that its cells read: it is read, and its cells are run, when one of them changes."""
    folder = Path(app.config.book_examples)
    for name in READ.findall(content[0]):
        app.env.note_dependency(folder / name)


def keep_cells_apart(app: Sphinx) -> None:
    """What cells draw is kept with the edition's doctrees; MyST-NB's own place is shared by both, and is published."""
    if hasattr(app.env, "mystnb_config"):
        folder = Path(app.doctreedir, "cells")
        app.env.mystnb_config = app.env.mystnb_config.copy(output_folder=str(folder))


def setup(app: Sphinx) -> ExtensionMetadata:
    logging.getLogger("traitlets").setLevel(logging.WARNING)  # else each execution is announced on standard error
    app.connect("source-read", note_runs)
    app.connect("builder-inited", keep_cells_apart, priority=900)  # after MyST-NB has made its configuration
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
