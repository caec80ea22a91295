"""What the build costs, as ratios: `make bench`. Nothing here passes or fails by time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CORES = len(os.sched_getaffinity(0))
SCRIPT = '"""Prints {0}. 打印 {0}。"""\n\n# /// script\n# [tool.run]\n# start-methods = ["fork"]\n# ///\n\nprint({0})\n'
CONF = (
    "extensions = ['myst_parser', 'book']\nhtml_theme = 'basic'\nbook_examples = {!r}\nbook_records = {!r}\n"
    "suppress_warnings = ['toc.not_included']\n"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project's files in a folder of their own, with the environment that is installed already."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.splitlines()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


def seconds(folder: Path, *command: str) -> float:
    """Wall time of one command that must succeed, with the packages of `folder`."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "docs" / "_ext")}
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def make(folder: Path, target: str = "html") -> float:
    return seconds(folder, "make", "-o", ".venv/installed", target)


def bare(folder: Path) -> float:
    """Both editions by Sphinx alone, side by side."""
    build = "-m sphinx -W -n -q -j auto -c . -t {0} -d _build/doctrees/{0} docs/{0} _build/pages/{0}"
    both = " & ".join(f"{sys.executable} {build.format(edition)}" for edition in ("zh", "en"))
    return seconds(folder, "bash", "-c", f"{both} & wait")


def test_cold_and_unchanged_build(clone: Path) -> None:
    cold = make(clone)
    recorded = [json.loads(file.read_text(encoding="utf-8")) for file in (clone / "_build/runs").rglob("*.json")]
    runs = sum(run["seconds"] for run in recorded)
    for folder in ("doctrees", "pages", "html"):
        shutil.rmtree(clone / "_build" / folder)
    sphinx = bare(clone)
    print(f"\n{len(recorded)} runs, {runs:.1f} s in all, on {CORES} cores; bare Sphinx {sphinx:.1f} s")
    print(f"cold build {cold:.1f} s: {cold / (runs / CORES + sphinx):.2f} times runs / cores + bare Sphinx")
    unchanged, nothing = min(make(clone) for _ in range(5)), min(bare(clone) for _ in range(5))
    print(f"nothing changed {unchanged:.2f} s: {unchanged / nothing:.2f} times bare Sphinx")


def generate(folder: Path, pages: int) -> None:
    """A book of one edition, with an example a page."""
    (folder / "docs/en").mkdir(parents=True)
    (folder / "examples/x").mkdir(parents=True)
    shutil.copytree(ROOT / "docs/_ext", folder / "docs/_ext", ignore=shutil.ignore_patterns("__pycache__"))
    conf = CONF.format(str(folder / "examples"), str(folder / "records"))
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    (folder / "docs/en/index.md").write_text("(index)=\n# Index\n", encoding="utf-8")
    for number in range(pages):
        name = f"shown{number}"
        (folder / f"examples/x/{name}.py").write_text(SCRIPT.format(number), encoding="utf-8")
        (folder / f"examples/x/{name}.out").write_text(f"{number}\n", encoding="utf-8")
        page = f"(p{number})=\n# Page\n\n```{{example}} x/{name}.py\n```\n"
        (folder / f"docs/en/p{number}.md").write_text(page, encoding="utf-8")
    shutil.copytree(folder / "docs/en", folder / "docs/zh")


def test_ten_times_the_book(tmp_path: Path) -> None:
    costs = {}
    for pages in (60, 600):
        folder = tmp_path / str(pages)
        generate(folder, pages)
        records = ("--examples", str(folder / "examples"), "--records", str(folder / "records"))
        running = seconds(folder, sys.executable, "-m", "runs", *records)
        building = seconds(folder, sys.executable, "-m", "sphinx", "-q", "-c", ".", "docs/en", "out")
        costs[pages] = (1000 * running / pages, 1000 * building / pages)
        print(f"\n{pages} pages: {costs[pages][0]:.1f} ms an example, {costs[pages][1]:.1f} ms a page", end="")
    ratios = [big / small for small, big in zip(costs[60], costs[600], strict=True)]
    print(f"\nten times the book: {ratios[0]:.2f} times the time an example, {ratios[1]:.2f} times the time a page")
