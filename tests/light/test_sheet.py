"""Style sheets: read, joined, shortened, and freed of what nothing refers to."""

from __future__ import annotations

import pytest

from light import LightError
from light.sheet import notices, read, rules_of, without_unused


def short(css: str, *used: str) -> str:
    return "".join(str(rule) for rule in without_unused(rules_of(css), used) if not rule.selectors)


def compact(css: str) -> str:
    """The declarations of the first rule."""
    return ";".join(map(str, rules_of(css)[0].declarations))


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { color : red ; top: 0 !important; }", "color:red;top:0!important"),
        ("a { margin: calc( 1px  +  2px ) /* why */ 0 }", "margin:calc(1px + 2px) 0"),
        ("a { transition: a 1s , b 2s }", "transition:a 1s,b 2s"),
        ("a { content: ' , ' }", 'content:" , "'),
        ("a { content: '\\f019' }", 'content:"\uf019"'),
        ("a { *zoom: 1; top: 0 }", "top:0"),  # no browser reads the first
        ("a { --x: { } }", "--x:{ }"),
        ("a { background: url( 'a b.svg' ) }", 'background:url("a b.svg")'),
        ("a { background: url('data:x,\"y\"') }", 'background:url("data:x,\\"y\\"")'),
        ("a { aspect-ratio: 1 / 2; color: #FFF }", "aspect-ratio:1 / 2;color:#FFF"),
    ],
)
def test_declarations_as_short_as_is_safe(css: str, expected: str) -> None:
    assert compact(css) == expected


def test_imports_stand_where_they_are_named_and_urls_are_seen_from_the_root() -> None:
    files = {
        "a/main.css": '@charset "utf-8"; @import "../base.css"; p { background: url(x.png) }',
        "base.css": "b { top: 0 }",
    }
    rules = read("a/main.css", files.__getitem__, lambda path, url: f"{path}|{url}")
    assert [str(rule.declarations[0]) for rule in rules] == ["top:0", 'background:url("a/main.css|x.png")']


def test_an_import_for_some_media_is_told_with_its_line() -> None:
    with pytest.raises(LightError, match=r"a\.css:2: "):
        read("a.css", lambda _: '\n@import "b.css" print;', lambda _, url: url)


def test_unused_custom_properties_go_and_those_that_others_need_stay() -> None:
    css = """@page { --used: var(--below); --below: 1px; --unused: var(--only-there); --only-there: 2px;
    --by-script: 3px;
    margin: var(--used, 0) }"""
    assert short(css, "--by-script") == "@page{--used:var(--below);--below:1px;--by-script:3px;margin:var(--used,0)}"


def test_a_rule_that_holds_nothing_any_more_goes() -> None:
    assert short("@page { --unused: 1px } @media print { a { --unused: 1px } }") == ""


def test_unused_animations_and_fonts_go() -> None:
    css = """@keyframes turn { from { top: 0 } 50% , to { top: 1px } } @keyframes never { to { top: 0 } }
    @font-face { font-family: Our\\ Font; src: url(a.woff2) } @font-face { font-family: "Never"; src: url(b.woff2) }
    @page { animation: turn 1s; font: 1em "Our Font" }"""
    assert short(css) == (
        '@keyframes turn{from{top:0}50%,to{top:1px}}@font-face{font-family:Our\\ Font;src:url("a.woff2")}'
        '@page{animation:turn 1s;font:1em "Our Font"}'
    )


def test_license_notices_stay_each_once() -> None:
    assert notices(["/*! A */ a {} /* no */", "b {} /*! B */", "/*! A */"]) == "/*! A */\n/*! B */"
