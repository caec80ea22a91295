"""What is not there: a page of each edition, and one for the whole site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from py_mini_racer import MiniRacer

from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import SmallSite

SCRIPT = (ROOT / "docs" / "_static" / "not-found.js").read_text(encoding="utf-8")
BROWSER = """
const field = {value: ""}, told = [];
const parts = PARTS.map((lang) => ({dataset: {notFound: lang}, lang, hidden: false}));
const location = {pathname: PATH}, navigator = {languages: LANGUAGES};
const document = {
  documentElement: {lang: "?"},
  querySelectorAll: (selector) => selector.startsWith("form") ? [field] : parts,
  addEventListener: (type, call) => told.push(call),
};
"""


def seen(path: str, parts: tuple[str, ...] = (), languages: tuple[str, ...] = ("fr", "en-GB")) -> dict[str, Any]:
    """What stands in the field, and which parts are shown."""
    machine = MiniRacer()
    before = BROWSER.replace("PARTS", json.dumps(parts)).replace("PATH", json.dumps(path))
    machine.eval(before.replace("LANGUAGES", json.dumps(languages)) + SCRIPT + "; told.forEach((call) => call());")
    shown = "parts.filter((part) => !part.hidden).map((part) => part.lang)"
    result: dict[str, Any] = json.loads(str(machine.eval(f"JSON.stringify({{words: field.value, shown: {shown}}})")))
    return result


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/book/en/process/exit-codes.html", "exit codes"),
        ("/en/shared_memory/", "shared memory"),
        ("/zh/%E5%90%AF%E5%8A%A8%E6%96%B9%E5%BC%8F", "启动方式"),
        ("/en/100%", "100%"),
        ("/en/queues/index.html", ""),
        ("/", ""),
    ],
)
def test_what_was_asked_for_is_in_the_search(path: str, words: str) -> None:
    assert seen(path)["words"] == words


@pytest.mark.parametrize(
    ("path", "languages", "shown"),
    [
        ("/book/zh/nothing", ("en",), ["zh"]),
        ("/book/en/nothing", ("zh-CN",), ["en"]),
        ("/zh-cn/stable/x", ("en",), ["zh"]),
        ("/book/nothing", ("fr", "zh-TW", "en"), ["zh"]),
        ("/book/nothing", ("fr",), ["en"]),
    ],
)
def test_the_edition_is_that_of_the_path_or_else_of_the_browser(
    path: str, languages: tuple[str, ...], shown: list[str]
) -> None:
    assert seen(path, ("en", "zh"), languages)["shown"] == shown


@pytest.mark.parametrize(("url", "base"), [("", "/zh/"), ("https://example.org/book/", "/book/zh/")])
def test_the_page_of_an_edition_holds_at_any_address(small: SmallSite, url: str, base: str) -> None:
    build = small.built("zh", url=url)
    html = build.html("404")
    first = html.select("base, link[href], script[src], a[href]")[0]
    assert (first.name, first["href"]) == ("base", base)
    assert not [link["href"] for link in html.select("a[href^='#'], a[href^='/']")]
    assert html.select_one("meta[name=robots][content=noindex]")
    assert not html.select("link[rel=canonical]")
    form = html.select_one("form.not-found")
    assert form is not None
    assert form["action"] == "search.html"
    assert {"index.html", "genindex.html"} <= {str(link["href"]) for link in html.select("a[href]")}
    assert "没有这个页面" in html.get_text()


def test_an_ebook_has_nothing_of_the_site(small: SmallSite) -> None:
    build = small.built("en", "-b", "epub", "-D", "version=1", "-D", "suppress_warnings=epub")
    made = {file.stem for file in build.out.iterdir()}
    assert "genindex" in made
    assert not made & {"404", "examples", "llms", "llms-full", "sitemap", "feed", "preview"}
    assert not list(build.out.rglob("*.md"))


def call(site: Path, url: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "BOOK_URL": url, "PYTHONPATH": str(ROOT / "docs" / "_ext")}
    command = [sys.executable, "-m", "website.root", str(site)]
    (site / "index.html").write_text((ROOT / "docs" / "entrance.html").read_text(encoding="utf-8"), encoding="utf-8")
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("url", "base"), [("", "/"), ("https://example.org/book", "/book/")])
def test_the_page_of_the_site_has_whole_paths(tmp_path: Path, url: str, base: str) -> None:
    assert call(tmp_path, url).returncode == 0
    html = BeautifulSoup((tmp_path / "404.html").read_text(encoding="utf-8"), "html.parser")
    used = [
        str(tag.get("href") or tag.get("src") or tag.get("action"))
        for tag in html.select("link[href], script, a, form")
    ]
    assert all(each.startswith(base) for each in used)
    for name in (each.removeprefix(base) for each in used if each.endswith((".css", ".js"))):
        assert (tmp_path / name).exists()
    assert {part["data-not-found"] for part in html.select("section")} == {"en", "zh"}
    assert not html.select("[style], style, script:not([src]), [onclick], [hidden]")


def test_with_an_address_the_root_has_what_search_engines_read(tmp_path: Path) -> None:
    assert call(tmp_path, "https://example.org/book/").returncode == 0
    assert "Sitemap: https://example.org/book/sitemap.xml" in (tmp_path / "robots.txt").read_text(encoding="utf-8")
    index = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert [f"https://example.org/book/{edition}/sitemap.xml" in index for edition in ("en", "zh")] == [True, True]
    entrance = BeautifulSoup((tmp_path / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = {
        tag.get("hreflang") or str(tag["rel"]): tag["href"]
        for tag in entrance.select("link[rel=canonical], link[hreflang]")
    }
    url = "https://example.org/book/"
    assert links == {"['canonical']": url, "en": f"{url}en/", "zh-CN": f"{url}zh/", "x-default": url}


def test_without_an_address_it_has_not(tmp_path: Path) -> None:
    assert call(tmp_path).returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "404.html",
        "index.html",
        "not-found.css",
        "not-found.js",
    ]
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == (ROOT / "docs/entrance.html").read_text(
        encoding="utf-8"
    )


def test_an_address_that_is_none_is_told_in_one_line(tmp_path: Path) -> None:
    made = call(tmp_path, "example.org")
    assert made.returncode == 1
    assert made.stderr.startswith("BOOK_URL is 'example.org': give the whole address")
    assert len(made.stderr.splitlines()) == 1
