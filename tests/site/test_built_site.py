"""The built pages of both editions: switch, anchors, entrance, and no English word of the theme in the Chinese one."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Comment

from book import twins
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = [page.relative_to(ROOT / "docs/en").with_suffix("") for page in twins.find_pages("en")]
NAMES = {"Python", "Ctrl", "English", "CC", "BY", "MIT", "JavaScript", "PDF", "EPUB"}  # not words of the theme
SHOWN_ATTRIBUTES = ("title", "aria-label", "placeholder", "alt")


@cache
def read(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def parts_around_the_article(html: BeautifulSoup) -> Iterator[str]:
    """What the theme says around a page's own text, including what only a screen reader or a tooltip says."""
    for text in html.find_all(string=True):
        of_the_book = text.find_parent(["article", "script", "style", "title"]) or text.find_parent("nav")
        if not of_the_book and not isinstance(text, Comment):
            yield str(text)
    for element in html.find_all(True):
        if not element.find_parent("article"):
            yield from (str(element[name]) for name in SHOWN_ATTRIBUTES if element.has_attr(name))


@pytest.mark.parametrize("page", [*map(str, PAGES), "search", "genindex"])
def test_no_english_word_of_the_theme_is_left_in_chinese(site: Path, page: str) -> None:
    said = [text for text in parts_around_the_article(read(site / "zh" / f"{page}.html")) if "<" not in text]
    # A sidebar's tooltip or label may name a page of the book; those hold Chinese.
    english = {
        text.strip() for text in said if re.search("[A-Za-z]{2}", text) and not re.search("[\u4e00-\u9fff]", text)
    }
    words = {word for text in english for word in re.findall(r"[A-Za-z]{2,}", text)} - NAMES
    assert words <= {"html"}, words


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("edition", ["en", "zh"])
def test_the_switch_leads_to_the_twin(site: Path, edition: str, page: Path) -> None:
    file = site / edition / f"{page}.html"
    switch = read(file).select_one("a.edition-switch")
    assert switch is not None
    other = twins.OTHER[edition]
    assert (file.parent / str(switch["href"])).resolve() == site / other / f"{page}.html"
    assert switch["data-edition"] == other
    assert switch["lang"] == twins.TAGS[other]
    links = read(file).select('link[rel="alternate"][hreflang]')
    found = {str(link["hreflang"]): (file.parent / str(link["href"])).resolve() for link in links}
    assert found == {twins.TAGS[name]: site / name / f"{page}.html" for name in ("en", "zh")}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_both_editions_have_the_same_anchors(site: Path, page: Path) -> None:
    anchors = []
    for edition in ("en", "zh"):
        html = read(site / edition / f"{page}.html")
        anchors.append([tag["id"] for tag in html.select("article section[id], article .example[id], article dt[id]")])
    assert anchors[0] == anchors[1]
    assert not [anchor for anchor in anchors[0] if re.fullmatch(r"id\d+", str(anchor))]


@pytest.mark.parametrize("folder", [".", "en", "zh"])
def test_internal_links_have_their_targets(site: Path, folder: str) -> None:
    """On all pages that there are, also those that Sphinx makes by itself."""
    for file in [site / "index.html"] if folder == "." else sorted((site / folder).glob("**/*.html")):
        if "_static" not in file.parts:  # the theme leaves templates there
            check_links(file)


def check_links(file: Path) -> None:
    for link in read(file).select("a[href], link[href], img[src], script[src]"):
        url = str(link.get("href") or link.get("src"))
        if urlsplit(url).scheme:
            continue
        path, anchor = urldefrag(url)
        target = (file.parent / urlsplit(path).path).resolve() if path else file
        assert target.exists(), f"{file}: {url}"
        if anchor and target.suffix == ".html":
            assert read(target).find(id=anchor), f"{file}: {url}"


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_language_is_declared(site: Path, edition: str) -> None:
    html = read(site / edition / "index.html").html
    assert html is not None
    assert html["lang"] == twins.TAGS[edition]


def test_the_entrance_works_without_javascript(site: Path) -> None:
    entrance = read(site / "index.html")
    for link in entrance.select("body a"):
        assert (site / str(link["href"])).exists()
    assert len(entrance.select("body a")) == 2


def test_numbers_in_prose_come_from_the_run_that_the_page_shows(site: Path) -> None:
    for edition in ("en", "zh"):
        html = read(site / edition / "process/start-cost.html")
        output = html.select_one(".example-output pre")
        assert output is not None
        fork = re.search(r"fork +([\d.]+) +([\d.]+)", output.get_text())
        assert fork is not None
        article = html.select_one("article")
        assert article is not None
        told = article.select_one("ul.simple li")
        assert told is not None
        assert fork[2] in told.get_text()
        assert article.select_one("figure img[src$='.svg'], .cell_output img[src$='.svg']")


@pytest.mark.parametrize(("language", "edition", "twin"), [("zh-cn", "zh", "en"), ("en", "en", "zh-cn")])
def test_read_the_docs_builds_one_language(site: Path, tmp_path: Path, language: str, edition: str, twin: str) -> None:
    del site  # built first: its runs are used here
    jobs = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text(encoding="utf-8"))["build"]["jobs"]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        "READTHEDOCS": "True",
        "READTHEDOCS_LANGUAGE": language,
        "READTHEDOCS_VERSION": "stable",
        "READTHEDOCS_OUTPUT": str(tmp_path),
        "READTHEDOCS_CANONICAL_URL": f"https://book.example/{language}/stable/",
    }
    formats = ("html", "pdf", "epub")
    for command in [*jobs["install"], *(command for each in formats for command in jobs["build"][each])]:
        subprocess.run(command, shell=True, cwd=ROOT, env=environment, check=True)  # noqa: S602  (as Read the Docs does)
    page = BeautifulSoup((tmp_path / "html/process/hello.html").read_text(encoding="utf-8"), "html.parser")
    assert page.html is not None
    assert page.html["lang"] == twins.TAGS[edition]
    switch = page.select_one("a.edition-switch")
    assert switch is not None
    assert switch["href"] == f"../../../{twin}/stable/process/hello.html"
    alternates = {str(link["hreflang"]): link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert alternates[twins.TAGS[twins.OTHER[edition]]] == f"https://book.example/{twin}/stable/process/hello.html"
    assert f'<base href="/{language}/stable/">' in (tmp_path / "html/404.html").read_text(encoding="utf-8")
    canonical = page.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == f"https://book.example/{language}/stable/process/hello.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(formats)
    (pdf,) = (tmp_path / "pdf").iterdir()
    assert pdf.name == f"python-multiprocessing-{edition}.pdf"
    links = {str(link["href"]) for link in page.select("p.offline a")}
    assert links == {f"../{pdf.name}", f"../python-multiprocessing-{edition}.epub", "../examples.zip"}
    assert (tmp_path / "html" / pdf.name).read_bytes() == pdf.read_bytes()
    assert not list(tmp_path.rglob(".doctrees"))
