"""A page made light, in two steps: first what it asks for is taken out, then what the site has for it is put in."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from . import LightError
from .files import digest
from .scripts import SETS_THEME, SETTINGS
from .shapes import TAG, attributes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .icons import Icons

INSIDE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""  # of a start tag
BLOCK = re.compile(
    rf"<!--.*?-->"
    rf"|<noscript>\s*<style{INSIDE}>(?P<unscripted>.*?)</style>\s*</noscript>"
    rf"|<style{INSIDE}>(?P<style>.*?)</style>"
    rf"|(?P<script><script{INSIDE}>)(?P<source>.*?)</script>"
    rf"|(?P<link><link{INSIDE}>)",
    re.DOTALL,
)
HEAD = "<!--light-->"  # where style sheet and script will stand
TO_MEND = re.compile(r"""\s+(style|on[a-z]+)\s*=\s*("[^"]*"|'[^']*')""")
CLASS = re.compile(r'\sclass="([^"]*)"')
LISTENED_TO = {"toggleFullScreen()"}  # page.js does it without an attribute
NO_SCRIPTS = "html:not([data-mode])"  # which the page's own first script sets: see FIRST_PAINT


@dataclass
class Page:
    """A page after the first step; `style_sheets` and `scripts` are paths seen from the root of the site."""

    path: str
    html: str = ""
    style_sheets: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    script_data: dict[str, str] = field(default_factory=dict)
    styles: dict[str, None] = field(default_factory=dict)  # more rules, in their order


def take_out(path: str, html: str, icons: Icons, first_paint: str) -> Page:
    """The page with its icons drawn, and without style sheets, scripts, styles of single elements, and comments."""
    page = Page(path)
    text = BLOCK.sub(lambda found: instead_of(found, page, first_paint), html)
    text = TAG.sub(lambda found: without_style(found[0], page) if TO_MEND.search(found[0]) else found[0], text)
    page.html = icons.replace(text).replace('data-theme="auto"', 'data-theme="light"', 1)  # without scripts
    return page


def instead_of(found: re.Match[str], page: Page, first_paint: str) -> str:
    if found["unscripted"] is not None:
        page.styles[re.sub(r"(^|\})\s*(?=[^\s}])", rf"\1{NO_SCRIPTS} ", found["unscripted"])] = None
    elif found["style"] is not None:
        page.styles[found["style"]] = None
    elif found["script"]:
        return script(found, page, first_paint)
    elif found["link"]:
        return link(found["link"], page)
    return ""


def script(found: re.Match[str], page: Page, first_paint: str) -> str:
    attributes = attributes_of(found["script"])
    if "javascript" not in attributes.get("type", "text/javascript"):  # data
        return found[0]
    source = attributes.get("src")
    if source is None:
        if SETS_THEME in found["source"]:
            return f"<script>{first_paint}</script>"
        return "" if found["source"].strip().startswith(SETTINGS) else found[0]
    path = path_of(page.path, source)
    if path is None:
        return found[0]
    page.scripts.append(path)
    page.script_data |= {key: value for key, value in attributes.items() if key.startswith("data-")}
    return ""


def link(tag: str, page: Page) -> str:
    attributes = attributes_of(tag)
    path = path_of(page.path, attributes.get("href", ""))
    if attributes.get("rel") == "preload":
        return ""
    if attributes.get("rel") != "stylesheet" or path is None:
        return tag
    if attributes.get("media", "all") != "all":
        raise LightError(f"{page.path}: {tag}: a style sheet for some media only; say @media within it")
    first = not page.style_sheets
    page.style_sheets.append(path)
    return HEAD if first else ""


def without_style(tag: str, page: Page) -> str:
    """An element's own style becomes a class; a handler that nobody has taken over is an error."""
    attributes = attributes_of(tag)
    handlers = {name: value for name, value in attributes.items() if name.startswith("on")}
    for name, value in handlers.items():
        if value not in LISTENED_TO:
            raise LightError(f'{page.path}: {name}="{value}": pages have no handlers; add a listener to page.js')
    mended = TO_MEND.sub("", tag)
    style = attributes.get("style", "").strip().rstrip(";")
    if not style:
        return mended
    name = f"style-{digest(style.encode())}"
    page.styles[f".{name}{{{';'.join(f'{each.strip()}!important' for each in style.split(';'))}}}"] = None
    if CLASS.search(mended):
        return CLASS.sub(lambda found: f' class="{found[1]} {name}"', mended, count=1)
    return re.sub(r"^<[^\s/>]+", lambda found: f'{found[0]} class="{name}"', mended)


def path_of(page: str, url: str) -> str | None:
    """Where a URL on a page leads within the site, or None when it leads elsewhere."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    return None if path.startswith("../") else path


def references(page: Page) -> Iterator[str]:
    """The files of the site that a page shows or links to, but for other pages."""
    for tag in set(TAG.findall(page.html)):
        if "href=" in tag or "src=" in tag:
            attributes = attributes_of(tag)
            for name in ("href", "src"):
                path = path_of(page.path, attributes.get(name, ""))
                if path is not None and not path.endswith(".html") and path != ".":
                    yield path


def put_in(page: Page, names: Mapping[str, str], own: tuple[str, str], data: Mapping[str, str]) -> str:
    """The finished page: `names` says how files are called now, `own` are the style sheet and the script of all pages,
    `data` is what <html> says of other files."""
    root = "../" * page.path.count("/")
    style_sheet, script = own
    kept = "".join(f' {key}="{value}"' for key, value in page.script_data.items())
    head = f'<link rel="stylesheet" href="{root}{style_sheet}"/><script defer{kept} src="{root}{script}"></script>'
    html = TAG.sub(lambda found: renamed(found[0], page.path, root, names), page.html)
    said = "".join(f' {key}="{root}{value}"' for key, value in data.items())
    html = re.sub(r"<html\b", lambda found: found[0] + said, html, count=1)
    return html.replace(HEAD, head, 1)


def renamed(tag: str, page: str, root: str, names: Mapping[str, str]) -> str:
    if "_static/" not in tag and "_images/" not in tag:
        return tag

    def new(found: re.Match[str]) -> str:
        path = path_of(page, found[2])
        return f'{found[1]}"{root}{names[path]}"' if path is not None and path in names else found[0]

    return re.sub(r'(\s(?:href|src)=)"([^"]*)"', new, tag)
