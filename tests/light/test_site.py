"""One small edition made light, again after changes, and with faults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from light.__main__ import main
from light.site import build

from .conftest import write

if TYPE_CHECKING:
    from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "html"


def style_sheet(out: Path) -> str:
    (file,) = out.glob("_static/book.*.css")
    return file.read_text(encoding="utf-8")


def test_what_is_in_the_light_folder(source: Path, out: Path) -> None:
    build(source, out)
    names = {re.sub(r"\.[0-9a-f]{10}\.", ".*.", name) for name in files(out)}
    assert names == {
        ".buildinfo",
        "objects.inv",
        "index.html",
        "chapter/page.html",
        "_static/book.*.css",
        "_static/book.*.js",
        "_static/data.*.svg",
        "_static/icon.*.svg",
        "_static/paper.*.svg",
        "_static/search-engine.*.js",
        "_static/search-titles.*.js",
        "_images/a.*.svg",
        "_downloads/1/hello.py",
    }


def test_the_page(source: Path, out: Path) -> None:
    build(source, out)
    html = (out / "chapter/page.html").read_text(encoding="utf-8")
    assert '<html data-search-engine="../_static/search-engine.' in html
    assert 'data-search-titles="../_static/search-titles.' in html
    assert "data-search-text" not in html  # there is no such file
    assert "<script>settle();</script>" in html
    assert len(re.findall("<script", html)) == 2
    assert '<script defer data-prefix="tab-" src="../_static/book.' in html
    assert 'href="../_downloads/1/hello.py"' in html
    assert "fa-solid" not in html


def test_the_style_sheet(source: Path, out: Path) -> None:
    build(source, out)
    css = style_sheet(out)
    assert css.startswith("/*! Icons, CC BY */\n/*! Theme, MIT */.svg-inline--fa{height:1em}.basic{margin:0}")
    assert re.search(r'\.basic\{background:url\("paper\.[0-9a-f]{10}\.svg"\)\}', css)
    assert re.search(r'--arrow:url\("data\.[0-9a-f]{10}\.svg"\)', css)
    assert "@media print{.noprint{display:none}}" in css  # a class that a script adds
    assert "html:not([data-mode]) .pst-js-only{display:none!important}" in css
    for gone in ("never", "--unused", "font-face", "gone"):
        assert gone not in css


def test_data_becomes_a_file(source: Path, out: Path) -> None:
    build(source, out)
    (file,) = out.glob("_static/data.*.svg")
    assert file.read_text(encoding="utf-8") == "<svg/>"


def test_the_same_folder_gives_the_same_bytes(source: Path, out: Path, tmp_path: Path) -> None:
    build(source, out)
    (source / ".light").unlink()
    build(source, tmp_path / "again")
    assert files(out) == files(tmp_path / "again")


def test_nothing_is_done_when_nothing_changed(source: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(source, out) > 10
    with monkeypatch.context() as patched:
        patched.setattr("light.site.made_of", None)  # it is not called
        assert build(source, out) == 0
    (out / "index.html").unlink()
    assert build(source, out) == 1


def test_a_page_that_sphinx_did_not_write_again_gets_the_new_style_sheet(source: Path, out: Path) -> None:
    build(source, out)
    before = style_sheet(out)
    write(source / "_static/book.css", ".basic { color: blue }")
    build(source, out)
    (name,) = (file.name for file in out.glob("_static/book.*.css"))
    assert style_sheet(out) != before
    for page in ("index.html", "chapter/page.html"):
        assert f'_static/{name}"' in (out / page).read_text(encoding="utf-8")
    assert not list(out.glob("_static/paper.*"))  # nothing refers to it any more


def test_a_rule_comes_back_with_the_first_element_that_it_fits(source: Path, out: Path) -> None:
    build(source, out)
    page = source / "index.html"
    write(page, page.read_text(encoding="utf-8").replace("<p ", '<b class="never"></b><p '))
    build(source, out)
    assert ".never{color:red}" in style_sheet(out)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("_static/tabs.js", "tabs.js: a page or a style sheet names it, but it is not there"),
        ("_static/paper.svg", "paper.svg: a page or a style sheet names it, but it is not there"),
        ("_downloads/1/hello.py", "hello.py: a page links to this file, and it is not there"),
        ("_static/scripts/fontawesome.js", "not a folder that Sphinx has written with the theme sphinx-book-theme"),
    ],
)
def test_a_missing_file_is_one_clear_line(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str], file: str, told: str
) -> None:
    (source / file).unlink()
    assert main([str(source), str(out)]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert not out.exists()


def test_the_command(source: Path, out: Path) -> None:
    assert main([str(source), str(out)]) == 0
    assert (out / "index.html").is_file()
