"""The directive `{figures}`: a table of what the build knows of itself, for the colophon.

`{figures} runs` has a row for each Python that ran the examples, `{figures} soak` one for each Python on which all of
them ran many times on a busy machine, `{figures} search` one for each kind of query that the search of this edition was
tried with, `{figures} tools` one for each program that makes the pages.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from runs.figures import FILE, read_figures
from runs.soaked import read_soaked

from .tables import table, text_row
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from runs.figures import Figures
    from runs.soaked import Soaked

TOOLS = ("Sphinx", "myst-nb", "sphinx-book-theme", "sphinx-design", "Pygments", "matplotlib", "typst")


class FiguresDirective(SphinxDirective):
    """One table, or a sentence where there is nothing to count yet."""

    required_arguments = 1

    def run(self) -> list[Node]:
        tables = {"runs": self.runs, "soak": self.soak, "search": self.search, "tools": self.tools}
        if self.arguments[0] not in tables:
            raise self.error(f"{{figures}} takes one of {', '.join(tables)}, not '{self.arguments[0]}'")
        return tables[self.arguments[0]]()

    def runs(self) -> list[Node]:
        """Those of the last run of the whole book on each Python."""
        words = WORDS[self.config.book_edition]
        folder = Path(self.config.book_records)
        _, rows = read_figures(folder)
        self.env.note_dependency(folder / FILE)
        if not rows:
            return [nodes.paragraph(text=words["no_figures"])]
        cells = [run_row(row.python, [row]) for row in rows]
        sums = [run_row(words["all"], rows)] if len(rows) > 1 else []
        return [figures_table(words["run_columns"], cells + sums)]

    def soak(self) -> list[Node]:
        """Those of the last soak on each Python, and how many of the scripts are still as they were then."""
        words = WORDS[self.config.book_edition]
        file = Path(self.config.book_soak)
        soaked = read_soaked(file)
        folder = Path(self.config.book_records)
        self.env.note_dependency(file)
        self.env.note_dependency(folder / FILE)
        if not soaked:
            return [nodes.paragraph(text=words["no_figures"])]
        marks, _ = read_figures(folder)
        return [figures_table(words["soak_columns"], [soak_row(each, marks) for each in soaked])]

    def search(self) -> list[Node]:
        """What tests/search/test_relevance.py found: of each kind how many, first, among five, and their mean rank."""
        words = WORDS[self.config.book_edition]
        file = Path(self.config.book_search)
        self.env.note_dependency(file)
        if not file.exists():
            return [nodes.paragraph(text=words["no_figures"])]
        rows = json.loads(file.read_text(encoding="utf-8"))[self.config.book_edition]
        cells = [search_row(words["query_kinds"][kind], *figures) for kind, figures in rows.items()]
        return [figures_table(words["search_columns"], cells)]

    def tools(self) -> list[Node]:
        """Those that made this page."""
        rows = [("Python", python_version()), *((tool, version(tool)) for tool in TOOLS)]
        return [figures_table(WORDS[self.config.book_edition]["tool_columns"], rows)]


def run_row(name: str, rows: Sequence[Figures]) -> tuple[str, ...]:
    """The sums of `rows`, and how many examples there are at most."""
    return (
        name,
        str(max(row.examples for row in rows)),
        f"{sum(row.runs for row in rows):,}",
        f"{sum(row.seconds for row in rows) / 60:.1f}",
        str(sum(row.broken for row in rows)),
    )


def soak_row(soaked: Soaked, marks: Sequence[str]) -> tuple[str, ...]:
    """`marks` are those of the scripts of the book as it is now."""
    unchanged = len(set(marks) & set(soaked.examples))
    return (
        soaked.python,
        soaked.date,
        f"{soaked.runs:,}",
        f"{soaked.busy:.0%}",
        str(soaked.broken.total()),
        str(soaked.processes),
        str(soaked.shared_memory),
        f"{unchanged} / {len(marks)}",
    )


def search_row(kind: str, queries: int, first: float, among_five: float, mean_rank: float) -> tuple[str, ...]:
    return (kind, str(queries), f"{first:.0%}", f"{among_five:.0%}", f"{mean_rank:.2f}")


def figures_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> nodes.table:
    return table(text_row(columns), [text_row(row) for row in rows], [100 // len(columns)] * len(columns), "figures")


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("figures", FiguresDirective)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
