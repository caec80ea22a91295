"""Icons that a style sheet shows as letters of FontAwesome's font become pictures, so that the font need not be loaded.

The picture is a background: a mask would take the color of the text by itself, but browsers load none for a page that
is opened from disk. So there is a picture for each theme. Its box has the size of the letter from the beginning, so
nothing moves when it has loaded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .sheet import Declaration, Rule, every, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .icons import Icons

FONT = re.compile(r"var\(--fa-font-|Font Awesome")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
LETTER = re.compile("^[\"']([\ue000-\uf8ff])[\"']$")  # private use: what the letters of icon fonts are
TEXT = "var(--pst-color-text-base)"
DARK = 'html[data-theme="dark"]'
BOX = {  # a letter of the font is as high as the text, an eighth of it below the baseline
    "font-size": "1em",
    "line-height": "1",
    "box-sizing": "content-box",
    "display": "inline-block",
    "content": '""',
    "height": "1em",
    "vertical-align": "-.125em",
    "background": "center/contain no-repeat content-box",
    "print-color-adjust": "exact",
}


def draw(rules: Iterable[Rule], icons: Icons, add: Callable[[str], str]) -> list[Rule]:
    """`add` keeps a picture and returns its URL."""
    rules = list(rules)
    light, dark = values_of(rules, "light"), values_of(rules, "dark")

    def drawn(rule: Rule) -> Iterator[Rule]:
        given = {each.name: each.value for each in rule.declarations}
        letter = LETTER.match(resolved(given.get("content", ""), light))
        if letter is None:
            inner = [each for within in rule.rules for each in drawn(within)]
            yield Rule(rule.head, rule.selectors, rule.declarations, inner)
            return
        width, height, path = icons.with_letter(letter[1])
        shape = f'viewBox="0 0 {width} {height}"><path fill="%s" d="{path}"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {shape}</svg>'
        color = given.get("color", TEXT)
        image, other = (
            [Declaration("background-image", f'url("{add(svg % resolved(color, theme))}")')] for theme in (light, dark)
        )
        yield Rule(rule.head, declarations=boxed(rule.declarations, f"{int(width) / int(height):g}em") + image)
        yield Rule(",".join(f"{DARK} {written(selector)}" for selector in rule.selectors), declarations=other)

    return [each for rule in rules for each in drawn(rule)]


def boxed(declarations: list[Declaration], width: str) -> list[Declaration]:
    """Those that stay, after the box, if the rule sets the font too; else another rule has the box."""
    font = [each for each in declarations if each.name in {"font", "font-family"} and FONT.search(each.value)]
    box = {**BOX, "width": width} if font else {}
    own = [each for each in declarations if each not in font and each.name != "content"]
    return [Declaration(name, value) for name, value in box.items()] + own


def values_of(rules: Iterable[Rule], theme: str) -> dict[str, str]:
    """Of the custom properties, in a theme."""
    heads = re.compile(rf"(^|,)(:root|html|body|html\[data-theme=\"?{theme}\"?\])(,|$)")
    return {
        each.name: each.value
        for rule in every(rules)
        if heads.search(rule.head)
        for each in rule.declarations
        if each.name.startswith("--")
    }


def resolved(value: str, known: dict[str, str]) -> str:
    """With the values of custom properties in their places."""
    for _ in range(5):  # one may name another; a circle is nobody's icon
        value = VARIABLE.sub(lambda found: known.get(found[1], ""), value)
    return value
