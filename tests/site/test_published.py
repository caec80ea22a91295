"""What the real book tells about itself: where a page stands, when it was revised, and the files beside the pages."""

from __future__ import annotations

import posixpath
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt

from book import twins
from runs import ROOT
from website.archive import files_of
from website.history import revisions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES = [page.relative_to(ROOT / "docs/en").with_suffix("").as_posix() for page in twins.find_pages("en")]
MARKDOWN = MarkdownIt("commonmark").enable("table")
BLANKS = re.compile(r"\s+")


@cache
def read(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def one(html: BeautifulSoup | Tag, selector: str) -> Tag:
    found = html.select_one(selector)
    assert found is not None, selector
    return found


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_every_page_but_the_first_tells_where_it_stands(site: Path, edition: str) -> None:
    for page in [*PAGES, "genindex", "404"]:
        html = read(site / edition / f"{page}.html")
        links = [
            posixpath.normpath(posixpath.join(posixpath.dirname(page), str(a["href"])))
            for a in html.select(".breadcrumbs a")
        ]
        chapter = posixpath.dirname(page)
        above = [f"{chapter}/index.html"] if chapter and not page.endswith("index") else []
        assert links == ([] if page == "index" else ["index.html", *above]), page


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_a_page_tells_the_date_that_git_knows(site: Path, edition: str) -> None:
    known = revisions(ROOT / "docs" / edition)
    for page in PAGES:
        times = read(site / edition / f"{page}.html").select("p.page-facts time")
        date = known.get(f"{page}.md")
        assert [time["datetime"] for time in times] == ([f"{date:%Y-%m-%d}"] if date else []), page


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_every_page_has_a_summary_of_its_own(site: Path, edition: str) -> None:
    found = {}
    for page in PAGES:
        tag = read(site / edition / f"{page}.html").select_one("meta[name=description]")
        if tag is not None:
            found[page] = str(tag["content"])
    assert set(PAGES) - set(found) <= {"cheat-sheet/index"}  # which is tables only
    assert len(set(found.values())) == len(found)
    assert all(10 <= len(text) <= 200 for text in found.values())


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_all_examples_are_in_one_file(site: Path, edition: str) -> None:
    link = [a for a in read(site / edition / "process/hello.html").select("p.offline a") if "ZIP" in a.get_text()]
    assert [a["href"] for a in link] == ["../examples.zip"]
    with zipfile.ZipFile(site / edition / "examples.zip") as archive:
        packed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    expected = {
        file.relative_to(ROOT / "examples").as_posix(): file.read_bytes() for file in files_of(ROOT / "examples")
    }
    assert packed == {**expected, "LICENSE": (ROOT / "LICENSE").read_bytes()}


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_the_markdown_of_a_page_has_its_scripts_outputs_and_words(site: Path, edition: str) -> None:
    for page in PAGES:
        html = read(site / edition / f"{page}.html")
        tokens = MARKDOWN.parse((site / edition / f"{page}.md").read_text(encoding="utf-8"))
        fences = [token.content for token in tokens if token.type == "fence"]
        for block in html.select("article .example-output pre, article .error-text pre"):
            for hidden in block.select(".visually-hidden"):
                hidden.extract()
            text = block.get_text().rstrip("\n")
            assert f"{text}\n" in fences, page
        for path in html.select("article code.example-path"):
            script = (ROOT / "examples" / path.get_text()).read_text(encoding="utf-8").rstrip("\n") + "\n"
            assert any(content in script for content in fences), f"{page}: {path.get_text()}"
        written = said("".join(child.content for token in tokens for child in token.children or ()))
        for paragraph in html.select("article section > p"):
            assert said(paragraph.get_text()) in written, page


def said(text: str) -> str:
    return BLANKS.sub("", text)


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_links_of_the_markdown_lead_to_files(site: Path, edition: str) -> None:
    for name in [*(f"{page}.md" for page in PAGES), "llms.txt", "llms-full.txt"]:
        file = site / edition / name
        for token in MARKDOWN.parse(file.read_text(encoding="utf-8")):
            for child in token.children or ():
                target = str(child.attrGet("href") or "") if child.type == "link_open" else ""
                if target and not re.match("https?:", target):
                    assert (file.parent / target).exists(), f"{name}: {target}"


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_the_list_for_programs_has_every_page_once(site: Path, edition: str) -> None:
    text = (site / edition / "llms.txt").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^- \[.+?\]\((\S+)\.md\)", text, re.MULTILINE)) == sorted(PAGES)
    full = (site / edition / "llms-full.txt").read_text(encoding="utf-8")
    heads = [token for token in MARKDOWN.parse(full) if token.type == "heading_open" and token.tag == "h1"]
    assert len(heads) == len(PAGES)


def test_the_pages_for_what_is_not_there_lead_to_what_is(site: Path) -> None:
    for edition in ("en", "zh"):
        html = read(site / edition / "404.html")
        assert one(html, "base")["href"] == f"/{edition}/"
        for link in html.select("article a[href], form[action]"):
            assert (site / edition / str(link.get("href") or link.get("action"))).exists()
    for link in read(site / "404.html").select("a[href], form[action], link[href], script[src]"):
        target = str(link.get("href") or link.get("action") or link.get("src"))
        assert (site / target.removeprefix("/")).exists()


def test_the_whole_site_is_one_file(site: Path, make: Callable[..., None]) -> None:
    make("zip")
    with zipfile.ZipFile(ROOT / "_build/python-multiprocessing-site.zip") as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert {"index.html", "404.html", "en/index.html", "zh/examples.zip", "en/python-multiprocessing-en.pdf"} <= names
    assert names == {file.relative_to(site).as_posix() for file in files_of(site)}
