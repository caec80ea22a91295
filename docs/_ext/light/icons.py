"""Icons as the theme draws them, but drawn here: `<i class="fa-solid fa-bars"></i>` becomes the `<svg>` that
FontAwesome's script would put there, whose 500 KB (compressed) a reader need not load."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property

from . import LightError

STYLES = {"fa-solid": "fas", "fa-regular": "far", "fa-brands": "fab", "fas": "fas", "far": "far", "fab": "fab"}
# How the script names a set of icons, after the icons themselves: `p("fas",b),p("fa-solid",b)`.
END_OF_SET = re.compile(r'\w+\("(fa[srb])",(\w+)\),\w+\("fa-(?:solid|regular|brands)",\2\)')
ICON = r'[{{,]"?{name}"?:\[(\d+),(\d+),\[[^\]]*\],"[0-9a-f]+","([^"]+)"'
BY_LETTER = r'\[(\d+),(\d+),\[[^\]]*\],"{code}","([^"]+)"'
STYLE_SHEET = re.compile(r'":root, :host \{(?:[^"\\]|\\.)*"')
CLASS = r'class="(?:[^"]*\s)?fa(?:s|r|b|-[\w-]+)(?:\s[^"]*)?"'
TAG = re.compile(rf'<(i|span)((?:\s+[\w-]+="[^"]*")*\s+{CLASS}[^>]*)>\s*</\1>')
ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
MODIFIERS = re.compile(r"fa-(?:fw|lg|xl|sm|xs|\d?x[ls]?|\dx|spin|pulse|rotate-\d+|flip-\w+|li|border|inverse)$")


@dataclass
class Icons:
    """The icons of FontAwesome's script, each looked up when a page first asks for it."""

    script: str
    known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def replace(self, html: str) -> str:
        return TAG.sub(lambda found: self.svg(found[2]), html)

    def svg(self, attributes: str) -> str:
        """The picture is decoration: what it stands for is said by the text or label of the button around it."""
        values = dict(ATTRIBUTE.findall(attributes))
        classes = values.pop("class").split()
        values.pop("title", None)  # a tooltip that only an <i> has
        style = next((STYLES[name] for name in classes if name in STYLES), "fas")
        name = icon_named(classes)
        size, path = self.look_up(style, name)
        others = [each for each in classes if each not in STYLES and each != f"fa-{name}"]
        kept = " ".join(["svg-inline--fa", f"fa-{name}", *others])
        more = "".join(f' {key}="{value}"' for key, value in values.items() if key != "aria-hidden")
        return (
            f'<svg class="{kept}"{more} viewBox="0 0 {size}" aria-hidden="true">'
            f'<path fill="currentColor" d="{path}"/></svg>'
        )

    def look_up(self, style: str, name: str) -> tuple[str, str]:
        """Size and outline of an icon."""
        if (style, name) not in self.known:
            found = re.search(ICON.format(name=re.escape(name)), self.set_of(style))
            if found is None:
                raise LightError(f"a page shows the icon {name!r} of {style!r}, which FontAwesome's script lacks")
            self.known[style, name] = (f"{found[1]} {found[2]}", found[3])
        return self.known[style, name]

    def with_letter(self, letter: str) -> tuple[str, str, str]:
        """Width, height, and outline of the icon that is this letter in the font."""
        for style in ("fas", "fab"):
            found = re.search(BY_LETTER.format(code=f"{ord(letter):x}"), self.set_of(style))
            if found is not None:
                return found[1], found[2], found[3]
        raise LightError(f"a style sheet shows U+{ord(letter):X} as an icon, which FontAwesome's script lacks")

    def set_of(self, style: str) -> str:
        """The part of the script that holds one set."""
        if style not in self.sets:
            raise LightError(f"FontAwesome's script has no set of icons {style!r}: has the theme a new version of it?")
        return self.sets[style]

    @cached_property
    def sets(self) -> dict[str, str]:
        found, start = {}, 0
        for end in END_OF_SET.finditer(self.script):
            found[end[1]] = self.script[start : end.start()]
            start = end.end()
        return found

    def style_sheet(self) -> str:
        """What the script would put into the page before all other style sheets."""
        found = STYLE_SHEET.search(self.script)
        if found is None:
            raise LightError("FontAwesome's script has no style sheet in it: has the theme a new version of it?")
        sheet: str = json.loads(found[0])
        return sheet


def icon_named(classes: list[str]) -> str:
    names = [name for name in classes if name.startswith("fa-") and name not in STYLES and not MODIFIERS.match(name)]
    if len(names) != 1:
        raise LightError(f"an icon's classes must name one icon, and these do not: {' '.join(classes)}")
    return names[0].removeprefix("fa-")
