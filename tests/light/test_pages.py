"""A page made light: what is taken out of it, what is put in, and what is an error."""

from __future__ import annotations

import pytest

from light import LightError
from light.icons import Icons
from light.pages import Page, path_of, put_in, references, take_out


def taken(html: str, path: str = "chapter/page.html") -> Page:
    return take_out(path, html, Icons(""), "settle()")


def test_style_sheets_and_scripts_are_noted_and_taken_out() -> None:
    page = taken(
        '<link href="../_static/a.css?v=1" rel="stylesheet" /><link rel="stylesheet" href="../_static/b.css">'
        '<script src="../_static/c.js?v=1" data-prefix="x"></script>'
        '<link rel="preload" href="../_static/c.js" as="script">'
    )
    assert page.style_sheets == ["_static/a.css", "_static/b.css"]
    assert page.scripts == ["_static/c.js"]
    done = put_in(page, {}, ("_static/book.1.css", "_static/book.2.js"), {})
    assert done == (
        '<link rel="stylesheet" href="../_static/book.1.css"/>'
        '<script defer data-prefix="x" src="../_static/book.2.js"></script>'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<!-- b --></p>", "<p>a</p>"),
        ("<script>document.documentElement.dataset.theme = 1;</script>", "<script>settle()</script>"),
        ("<script> DOCUMENTATION_OPTIONS.pagename = 'x';</script>", ""),
        ("<script>focus()</script>", "<script>focus()</script>"),
        ('<script type="application/json">{"a": 1}</script>', '<script type="application/json">{"a": 1}</script>'),
        ('<button onclick="toggleFullScreen()" title="a">x</button>', '<button title="a">x</button>'),
        ('<html data-theme="auto" lang="en">', '<html data-theme="light" lang="en">'),
        ('<link rel="next" title="x" href="b.html" />', '<link rel="next" title="x" href="b.html" />'),
        ('<pre>&lt;a style=&quot;b&quot;&gt; style="c"</pre>', '<pre>&lt;a style=&quot;b&quot;&gt; style="c"</pre>'),
    ],
)
def test_first_step(html: str, expected: str) -> None:
    assert taken(html).html == expected


def test_a_style_of_one_element_becomes_a_class_that_wins() -> None:
    page = taken('<td class="a" style="width: 33%; top: 0;">x</td><p style="width: 33%; top: 0">y</p>')
    (rule,) = page.styles
    name = rule.partition("{")[0].removeprefix(".")
    assert rule == f".{name}{{width: 33%!important;top: 0!important}}"
    assert page.html == f'<td class="a {name}">x</td><p class="{name}">y</p>'


def test_a_style_for_readers_without_scripts_applies_when_no_script_has_run() -> None:
    page = taken("<noscript><style>.a { top: 0 } .b { top: 1px }</style></noscript><noscript><p>x</p></noscript>")
    assert list(page.styles) == ["html:not([data-mode]) .a { top: 0 }html:not([data-mode]) .b { top: 1px }"]
    assert page.html == "<noscript><p>x</p></noscript>"


def test_a_style_element_becomes_part_of_the_style_sheet() -> None:
    assert list(taken("<style>td { top: 0 }</style>").styles) == ["td { top: 0 }"]


def test_an_unknown_handler_is_an_error_that_says_where_and_what_to_do() -> None:
    with pytest.raises(LightError, match=r'chapter/page\.html: onclick="doIt\(\)": .*add a listener to page\.js'):
        taken('<button onclick="doIt()">x</button>')


def test_a_style_sheet_for_some_media_is_an_error() -> None:
    with pytest.raises(LightError, match=r"chapter/page\.html: .*@media"):
        taken('<link rel="stylesheet" media="print" href="../_static/a.css">')


def test_names_are_put_in_as_seen_from_the_page_and_only_in_tags() -> None:
    page = Page("a/b/c.html", '<html lang="en"><img src="../../_images/x.svg"> src="../../_images/x.svg"')
    done = put_in(page, {"_images/x.svg": "_images/x.1.svg"}, ("", ""), {"data-search-text": "_static/t.js"})
    assert done == (
        '<html data-search-text="../../_static/t.js" lang="en">'
        '<img src="../../_images/x.1.svg"> src="../../_images/x.svg"'
    )


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("a.css?v=1", "chapter/a.css"),
        ("../_static/a%20b.css#x", "_static/a b.css"),
        ("../../zh/index.html", None),
        ("https://example.org/a.css", None),
        ("//example.org/a.css", None),
        ("data:text/css,a", None),
        ("#anchor", None),
    ],
)
def test_where_a_url_leads(url: str, path: str | None) -> None:
    assert path_of("chapter/page.html", url) == path


def test_files_that_a_page_refers_to() -> None:
    html = '<a href="x.pdf">a</a><a href="y.html#z">b</a><img src="../_images/a.svg"><a href="../">c</a> href="q.png"'
    assert sorted(references(Page("chapter/page.html", html))) == ["_images/a.svg", "chapter/x.pdf"]
