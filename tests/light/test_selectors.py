"""Which rules stay: those whose selectors can match something in a page, now or when scripts have run."""

from __future__ import annotations

import pytest

from light.shapes import shapes_of, words_of
from light.sheet import names_asked, prune, rules_of

TAGS = [
    '<html lang="en">',
    '<nav class="bd-links wide">',
    "<li>",
    '<a class="current reference" href="x.html">',
    '<input type="checkbox" class="tab" id="tab-1"/>',
    '<div class="highlight-python notranslate">',
    '<p title="a > b">',
    "<p hidden>",
]
WORDS = frozenset({"scrolled", "copybtn", "aria-current", "made-later"})


def remains(css: str) -> str:
    rules = rules_of(css)
    return "".join(map(str, prune(rules, shapes_of(TAGS, *names_asked(rules), WORDS))))


@pytest.mark.parametrize(
    "selector",
    [
        "a",
        "A",
        "*",
        ":root",
        "nav.bd-links",
        "nav.wide.bd-links",
        "nav > li a.current:hover",
        "li::before",
        "#tab-1:checked + a",
        "#made-later",
        ".scrolled nav",  # added by a script
        "a.copybtn",
        "[type=CHECKBOX]",
        "div[class*=highlight-]",
        "html[data-theme=dark] a",  # changed by a script
        "a[aria-current]",
        "a[href$='.html']",
        "p[title~=b]",
        "html:lang(en)",
        ":is(.gone, a.current)",
        "li:not(.gone)",
        "nav:has(> li)",
        "p[hidden]",
    ],
)
def test_stays(selector: str) -> None:
    assert remains(f"{selector} {{ top: 0 }}").endswith("{top:0}")


@pytest.mark.parametrize(
    "selector",
    [
        "table",
        ".gone",
        "li.wide",  # both are there, but not on one element
        "nav.bd-links > .gone a",
        ".gone + a",
        "#gone",
        "a[target]",
        "[type=radio]",
        "a[href^='http']",
        ":is(.gone, li.wide)",
        "a:is(nav)",
        "nav:has(> .gone)",
        ":host a",
        "p[title=a]",
    ],
)
def test_goes(selector: str) -> None:
    assert remains(f"{selector} {{ top: 0 }}") == ""


def test_only_the_selectors_that_can_match_stay() -> None:
    assert remains(".gone, a.current , li > a { top: 0 }") == "a.current,li>a{top:0}"


def test_a_list_with_the_pseudo_element_of_one_browser_is_left_as_it_is() -> None:
    """Other browsers ignore such a list as a whole: without that selector they would obey the rest."""
    assert remains(".gone::-moz-range, a { top: 0 }") == ".gone::-moz-range,a{top:0}"


def test_rules_within_media_queries() -> None:
    css = "@media print { .gone { top: 0 } a { top: 1px } } @media screen { .gone { top: 0 } }"
    assert remains(css) == "@media print{a{top:1px}}"


def test_words_of_scripts() -> None:
    script = """x.classList.add('scrolled', "is-open"); y.innerHTML = `<kbd class="key">`; z.dataset.bsToggle = 1"""
    assert words_of([script]) >= {"scrolled", "is-open", "kbd", "key", "data-bs-toggle"}
    assert "classList" not in words_of([script])
