"""Small sites: a few pages in both editions, with a history, built for real by Sphinx."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.cmd.build import build_main

from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

CONF = """
project = {{"zh": "小书", "en": "A small book"}}["zh" if tags.has("zh") else "en"]
author = copyright = "us"
extensions = ["myst_parser", "sphinx_design", "book", "website"]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "basic"
smartquotes = False
templates_path = [{templates!r}]
html_static_path = [{static!r}]
book_edition = "zh" if tags.has("zh") else "en"
language = "zh_CN" if tags.has("zh") else "en"
book_examples = {examples!r}
book_records = {records!r}
book_offline = {records!r}
book_twin_root = "../en/" if tags.has("zh") else "../zh/"
"""
INDEX = "(index)=\n# Entrance\n\nHow it began.\n\n```{toctree}\nb/index\na/index\n```\n"
CHAPTER = "({0})=\n# Chapter {0}\n\nWhat {0} is about.\n\n```{{toctree}}\n:glob:\n\n*\n```\n"
NOBODY = {f"GIT_{role}_{what}": "x@y" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@dataclass(frozen=True)
class Build:
    """What one build did: Sphinx's exit status, its warnings, what it said, and the folder of its output."""

    status: int
    warnings: str
    said: str
    out: Path

    def html(self, page: str = "b/page") -> BeautifulSoup:
        return BeautifulSoup(self.text(f"{page}.html"), "html.parser")

    def text(self, name: str) -> str:
        return (self.out / name).read_text(encoding="utf-8")

    def written(self) -> set[str]:
        return set(re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", self.said))

    def meta(self, page: str = "b/page") -> dict[str, str]:
        """What a page tells of itself by name or property."""
        tags = self.html(page).select("meta[name][content], meta[property][content]")
        return {str(tag.get("name") or tag.get("property")): str(tag["content"]) for tag in tags}

    def links(self, rel: str, page: str = "b/page") -> list[Tag]:
        return self.html(page).select(f'link[rel="{rel}"]')


@dataclass(frozen=True)
class SmallSite:
    """A book of two editions with two chapters, in `folder`; the first chapter, `b`, has the test's page."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        for edition in ("en", "zh"):
            file = self.folder / "docs" / edition / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def page(self, text: str, name: str = "b/page") -> None:
        self.write(name, f"({name.replace('/', '-')})=\n# The page\n\n{text}\n")

    def example(self, source: str, contract: str, name: str = "x/shown.py") -> None:
        file = self.folder / "examples" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'"""Shows it. 展示它。"""\n{source}', encoding="utf-8")
        file.with_suffix(".out").write_text(contract, encoding="utf-8")

    def git(self, *arguments: str, date: str = "2026-01-01T12:00:00Z") -> None:
        environment = {**os.environ, **NOBODY, "GIT_CONFIG_GLOBAL": "/dev/null"}
        environment |= {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        subprocess.run(["git", *arguments], cwd=self.folder, env=environment, check=True, capture_output=True)

    def commit(self, date: str) -> None:
        """Everything as it is now; begins the history if there is none."""
        if not (self.folder / ".git").exists():
            self.git("init", "-q")
        self.git("add", "docs")
        self.git("commit", "-q", "-m", "x", date=date)

    def build(self, edition: str = "en", *options: str, url: str = "") -> Build:
        """`url` is the address of the site; must be without a warning."""
        out, warnings = self.folder / "out" / edition, self.folder / "warnings.txt"
        warnings.unlink(missing_ok=True)
        base = ("-D", f"html_baseurl={url}{edition}/") if url else ()
        arguments = ["-W", "--keep-going", "-n", "--no-color", "-w", str(warnings), "-t", edition, *base, *options]
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
            places = ["-c", str(self.folder), str(self.folder / "docs" / edition), str(out)]
            status = build_main([*arguments, *places])
        text = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
        return Build(status, text, said.getvalue(), out)

    def built(self, edition: str = "en", *options: str, url: str = "") -> Build:
        """As `build`, without a warning."""
        build = self.build(edition, *options, url=url)
        assert build.status == 0, build.warnings
        return build


@pytest.fixture
def small(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.write("index", INDEX)
    for chapter in "ab":
        site.write(f"{chapter}/index", CHAPTER.format(chapter))
    site.page("You want **this**. It is `code`.\n\nMore.")
    site.page("Another one.", "a/other")
    conf = CONF.format(
        templates=str(ROOT / "docs" / "_templates"),
        static=str(ROOT / "docs" / "_static"),
        examples=str(tmp_path / "examples"),
        records=str(tmp_path / "records"),
    )
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    return site
