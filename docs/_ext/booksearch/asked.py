"""What readers ask that a section answers, in their own words: `docs/search-asked.tsv`.

A row for each label, with what is asked in English and in Chinese, `|` between the questions. Readers type in either
language, so both are searched in both editions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .terms import Problem, rows

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

HEADER = ["label", "English", "Chinese"]


def read_asked(file: Path, labels: Collection[str]) -> tuple[dict[str, list[str]], list[Problem]]:
    """By label all questions of both languages, and what is wrong with the other lines; `labels` are those that there
    are. Both are empty if there is no such file.
    """
    asked: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for number, cells in rows(file, HEADER, problems):
        questions = [question.strip() for cell in cells[1:] for question in cell.split("|")]
        if wrong := what_is_wrong(cells, questions, labels, asked):
            problems.append(Problem(number, wrong))
        else:
            asked[cells[0]] = questions
    return asked, problems


def what_is_wrong(cells: list[str], questions: list[str], labels: Collection[str], asked: Collection[str]) -> str:
    """Why a line cannot be used; empty if it can."""
    label = cells[0]
    if len(cells) != len(HEADER):
        return f"there are {len(cells)} columns, and not {len(HEADER)}"
    if not all(questions):
        return "a question is missing beside a '|' or a tab"
    if label in asked:
        return f"'{label}' has a line already: put all its questions there"
    return "" if label in labels else f"no section has the label '{label}'"
