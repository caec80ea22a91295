"""The files beside the pages: sitemap, feed, archives."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from website import feed
from website.archive import main, members_of, write_archive

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build, SmallSite

URL = "https://example.org/book/"
FIRST, SECOND = "2026-01-01T12:00:00Z", "2026-11-25T08:00:00Z"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "a": "http://www.w3.org/2005/Atom",
}


def with_history(small: SmallSite) -> None:
    small.commit(FIRST)
    small.page("Changed.")
    small.commit(SECOND)


def texts(build: Build, file: str, path: str) -> list[str | None]:
    return [each.text for each in ET.parse(build.out / file).getroot().findall(path, NAMES)]  # noqa: S314  (our own)


def test_the_sitemap_has_all_pages_with_their_dates_and_twins(small: SmallSite) -> None:
    with_history(small)
    build = small.built("zh", url=URL)
    pages = ("a/index", "a/other", "b/index", "b/page", "index")
    assert texts(build, "sitemap.xml", "s:url/s:loc") == [f"{URL}zh/{page}.html" for page in pages]
    dates = texts(build, "sitemap.xml", "s:url/s:lastmod")
    assert dates == [f"{date.replace('Z', '+00:00')}" for date in (FIRST, FIRST, FIRST, SECOND, FIRST)]
    root = ET.parse(build.out / "sitemap.xml").getroot()  # noqa: S314
    links = [(link.get("hreflang"), link.get("href")) for link in root[3].findall("x:link", NAMES)]
    assert links == [("en", f"{URL}en/b/page.html"), ("zh-CN", f"{URL}zh/b/page.html")]


def test_the_feed_is_atom_with_the_newest_pages_first(small: SmallSite) -> None:
    with_history(small)
    build = small.built(url=URL)
    assert texts(build, feed.FEED, "a:entry/a:title")[0] == "The page"
    assert texts(build, feed.FEED, "a:entry/a:summary")[0] == "Changed."
    root = ET.parse(build.out / feed.FEED).getroot()  # noqa: S314
    for path in (".", "a:entry"):  # what RFC 4287 wants
        for node in root.findall(path, NAMES):
            assert {f"{{{NAMES['a']}}}{name}" for name in ("id", "title", "updated")} <= {child.tag for child in node}
    ids = texts(build, feed.FEED, ".//a:id")
    assert len(ids) == len(set(ids)) == 6
    assert all(str(each).startswith(URL) for each in ids)
    assert texts(build, feed.FEED, "a:author/a:name") == ["us"]
    assert texts(build, feed.FEED, "a:updated") == [SECOND.replace("Z", "+00:00")]
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)}
    assert links == {"self": f"{URL}en/feed.xml", "alternate": f"{URL}en/index.html"}


def test_the_feed_has_a_limit(small: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    with_history(small)
    monkeypatch.setattr(feed, "NEWEST", 2)
    assert texts(small.built(url=URL), feed.FEED, "a:entry/a:title") == ["The page", "Chapter a"]


def test_without_a_history_there_is_no_feed(small: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.folder.parent))
    build = small.built(url=URL)
    assert not (build.out / feed.FEED).exists()
    assert "feed.xml" not in build.text("b/page.html")
    assert "lastmod" not in build.text("sitemap.xml")


def test_the_same_book_gives_the_same_bytes(small: SmallSite) -> None:
    with_history(small)
    names = ("sitemap.xml", "feed.xml", "llms.txt", "llms-full.txt", "b/page.md", "404.html", "examples.zip")
    serial = {name: (small.built("en", url=URL).out / name).read_bytes() for name in names}
    parallel = {name: (small.built("en", "-E", "-a", "-j", "2", url=URL).out / name).read_bytes() for name in names}
    assert parallel == serial


def test_all_examples_are_in_one_file(small: SmallSite) -> None:
    small.page("```{example} x/shown.py\n```")
    small.example('print("ok")\n', "ok\n")
    (small.folder / "examples" / "x" / "__pycache__").mkdir()
    (small.folder / "examples" / "x" / "__pycache__" / "shown.pyc").touch()
    (small.folder / "templates").mkdir()
    shown = '{% extends "layout.html" %}{% block footer %}{% include "offline.html" %}{% endblock %}'
    (small.folder / "templates" / "page.html").write_text(shown, encoding="utf-8")
    conf = small.folder / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + "\ntemplates_path += ['templates']\n", encoding="utf-8")
    build = small.built("zh")
    top = "python-multiprocessing-examples"
    with zipfile.ZipFile(build.out / "examples.zip") as archive:
        assert archive.namelist() == [f"{top}/x/shown.out", f"{top}/x/shown.py", f"{top}/LICENSE"]
    links = [(link["href"], link.get_text()) for link in build.html().select("p.offline a")]
    assert links == [("../examples.zip", "全部示例（ZIP）")]


@pytest.mark.filterwarnings("ignore:'sphinx_book_theme")  # calls what Sphinx 11 will not have
def test_the_examples_are_linked_where_there_is_nothing_else(small: SmallSite) -> None:
    """The theme leaves out a part of its sidebar that is empty when it looks."""
    conf = small.folder / "conf.py"
    theme = "\nhtml_theme = 'sphinx_book_theme'\nhtml_sidebars = {'**': ['offline.html']}\n"
    conf.write_text(conf.read_text(encoding="utf-8") + theme, encoding="utf-8")
    links = [link["href"] for link in small.built().html().select("p.offline a")]
    assert links == ["../examples.zip"]


def test_an_archive_depends_on_names_and_contents_only(tmp_path: Path) -> None:
    packed = []
    for number, mode in enumerate((0o600, 0o755)):
        folder = tmp_path / str(number)
        for name in ("b/y", "a", "b/x") if number else ("a", "b/x", "b/y"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name)
            file.chmod(mode)
            os.utime(file, (number, number))
        write_archive(tmp_path / "z.zip", members_of(folder, "top"))
        packed.append((tmp_path / "z.zip").read_bytes())
    assert packed[0] == packed[1]
    out = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(tmp_path / "z.zip")], capture_output=True, check=True
    )
    assert out.stdout.decode().count("1980-01-01 00:00:00") == 3


def test_an_archive_that_is_right_is_not_written_again(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("x")
    file = tmp_path / "z.zip"
    assert main([str(tmp_path / "site"), str(file)]) == 0
    os.utime(file, (1, 1))
    assert main([str(tmp_path / "site"), str(file)]) == 0
    assert file.stat().st_mtime == 1
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["z/a.html"]


def test_a_site_that_is_not_built_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "z.zip")]) == 1
    assert "build the site first, by `make html`" in capsys.readouterr().err
