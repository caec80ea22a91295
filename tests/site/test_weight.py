"""What a page costs a reader, computed from its files; and that the site holds what pages need and nothing else."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from book import twins
from light.files import digest
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITIONS = ("en", "zh")
PAGES = [page.relative_to(ROOT / "docs/en").with_suffix(".html") for page in twins.find_pages("en")]
PAGES += [Path("genindex.html"), Path("search.html")]
BYTES, REQUESTS = 40_000, 10  # gzip, on the first visit, beyond the page itself and its pictures
URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
HASHED = re.compile(r"\.([0-9a-f]{10})\.\w+$")
PICTURES = {".svg", ".png"}


@cache
def read(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


@cache
def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def target(file: Path, url: str) -> Path:
    """What a reference in a file of the site leads to; it must be within the site, and there."""
    parts = urlsplit(url)
    assert not parts.scheme, f"{file}: {url}"
    assert not parts.netloc, f"{file}: {url}"
    found = (file.parent / unquote(parts.path)).resolve()
    assert found.is_file(), f"{file}: {url}"
    return found


def loaded(page: Path) -> Iterator[Path]:
    """The style sheets and scripts of a page, and the pictures that it shows."""
    for tag in read(page).select(
        'link[rel="stylesheet"], link[rel="preload"], link[rel="icon"], script[src], img[src]'
    ):
        yield target(page, str(tag.get("href") or tag.get("src")))


@cache
def used_by(style_sheet: Path) -> list[Path]:
    """What a style sheet may load. Of icons it has one for the light theme and one for the dark."""
    return [target(style_sheet, url) for url in URL.findall(style_sheet.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_first_visit_is_small(site: Path, edition: str, page: Path) -> None:
    files = set(loaded(site / edition / page))
    for_style = {file for each in files if each.suffix == ".css" for file in used_by(each)}
    own = {file for file in files if file.suffix not in PICTURES} | for_style  # all icons: more than any page loads
    assert sum(packed(file) for file in own) <= BYTES
    assert 1 + len(files) + len(for_style) // 2 <= REQUESTS


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_second_page_loads_itself_only(site: Path, edition: str) -> None:
    pages = [site / edition / page for page in PAGES]
    kinds = {frozenset(file for file in loaded(page) if file.suffix not in PICTURES) for page in pages}
    assert len(kinds) == 1
    assert sorted(file.suffix for file in next(iter(kinds))) == [".css", ".js"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_lies_in_the_site_that_no_page_needs(site: Path, edition: str) -> None:
    root = site / edition
    needed = {root / name for name in (".buildinfo", "objects.inv", "llms.txt", "llms-full.txt")}
    for page in root.rglob("*.html"):
        needed |= {page, *loaded(page)}
        for link in read(page).select('a[href], link[type="text/markdown"]'):
            parts = urlsplit(str(link["href"]))
            if parts.path and not parts.scheme:
                needed.add((page.parent / unquote(parts.path)).resolve())
        html = read(page).html
        assert html is not None
        needed |= {target(page, str(url)) for name, url in html.attrs.items() if name.startswith("data-search-")}
    needed |= {file for sheet in needed if sheet.suffix == ".css" for file in used_by(sheet)}
    assert {file for file in root.rglob("*") if file.is_file()} - needed == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_names_say_contents(site: Path, edition: str) -> None:
    """So a browser may keep them forever: another content has another name."""
    for folder in ("_static", "_images"):
        for file in (site / edition / folder).rglob("*"):
            found = HASHED.search(file.name)
            assert found is not None, file
            assert found[1] == digest(file.read_bytes()), file


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_search_knows_where_its_files_are(site: Path, edition: str) -> None:
    html = read(site / edition / "process/hello.html").html
    assert html is not None
    for name in ("engine", "titles", "text"):
        url = str(html[f"data-search-{name}"])
        assert target(site / edition / "process/hello.html", url).name.startswith(f"search-{name}.")


@pytest.mark.parametrize("page", [*PAGES, Path("../index.html")], ids=str)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_policy_can_be_kept(site: Path, edition: str, page: Path) -> None:
    """No style and no handler stands in a page, and of scripts only those that the policy has hashes for."""
    html = read(site / edition / page)
    assert html.find_all("style") == []
    for tag in html.find_all(True):
        forbidden = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        assert forbidden == [], tag
        for name in ("src", "href", "action", "data", "poster"):
            assert not str(tag.get(name, "")).startswith(("data:", "javascript:")), tag
    assert len([tag for tag in html.select("script") if "src" not in tag.attrs]) <= 2


@pytest.mark.parametrize("edition", EDITIONS)
def test_style_sheet_and_script_load_nothing_from_elsewhere(site: Path, edition: str) -> None:
    (style,) = (site / edition / "_static").glob("book.*.css")
    assert used_by(style)  # and `target` has found all of it within the site
    for file in (site / edition / "_static").glob("book.*"):
        assert "sourceMappingURL" not in file.read_text(encoding="utf-8")
    (script,) = (site / edition / "_static").glob("book.*.js")
    urls = re.findall(r"https?://[^\s\"'`)]+", script.read_text(encoding="utf-8"))
    assert set(urls) <= {"http://www.w3.org/2000/svg"}
