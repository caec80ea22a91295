"""From one edition as Sphinx wrote it to the same edition made light."""

from __future__ import annotations

import base64
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import rjsmin
import tinycss2

from . import LightError, drawn, pages, scripts, sheet
from .csp import inline_scripts
from .files import MARK, STAMP, bring_up_to_date, digest_of, named
from .icons import STYLES, Icons
from .pages import Page, path_of
from .shapes import shapes_of, tags_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ICON_CLASSES = frozenset(STYLES)  # no script adds one; "far" may well be a word
ICONS = "_static/scripts/fontawesome.js"
LICENSE = f"{ICONS}.LICENSE.txt"
# No page refers to them, or by its whole address only: other programs read them.
KEPT = (MARK, "objects.inv", "opensearch.xml", "sitemap.xml", "feed.xml", "preview.png", "llms.txt", "llms-full.txt")
SUFFIXES = {"image/svg+xml": ".svg", "image/png": ".png", "image/gif": ".gif", "font/woff2": ".woff2"}
URL = re.compile(r'url\("((?:[^"\\]|\\.)*)"\)')


@dataclass
class Site:
    """`files` is what will be written: bytes, or a file to copy. `names` says how a file of the source is called."""

    source: Path
    files: dict[str, bytes | Path] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str:
        return self.content(path).decode()

    def content(self, path: str) -> bytes:
        try:
            return (self.source / path).read_bytes()
        except FileNotFoundError:
            raise LightError(f"{self.source / path}: a page or a style sheet names it, but it is not there") from None

    def add(self, path: str, content: bytes) -> str:
        """A file whose name says its content; returns the name."""
        name = named(path, content)
        self.files[name] = content
        return name

    def name_of(self, path: str) -> str:
        """How a file of the source is called; files that only pages use keep their names."""
        if path not in self.names:
            if path.startswith(("_static/", "_images/")):
                self.names[path] = self.add(path, self.content(path))
            else:
                self.files[path] = self.source / path
                self.names[path] = path
                if not (self.source / path).is_file():
                    raise LightError(f"{self.source / path}: a page links to this file, and it is not there")
        return self.names[path]


def build(source: Path, out: Path) -> int:
    """Makes `out` the light site of `source`; returns how many files were written. Does nothing if nothing changed."""
    stamp = source / STAMP
    before = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
    if before and before == state(source, out):
        return 0
    written = bring_up_to_date(out, made_of(source))
    stamp.write_text(state(source, out), encoding="utf-8")
    return written


def state(source: Path, out: Path) -> str:
    """What the result depends on, and the result."""
    code = digest_of(Path(__file__).parent, "*.py")
    return "\n".join([tinycss2.__version__, rjsmin.__version__, code, digest_of(source), digest_of(out)])


def made_of(source: Path) -> dict[str, bytes | Path]:
    """All files of the light site."""
    site = Site(source)
    if not (source / ICONS).is_file():
        raise LightError(f"{source}: not a folder that Sphinx has written with the theme sphinx-book-theme")
    icons = Icons(site.text(ICONS))
    found = read_pages(site, icons)
    for path in sorted({path for page in found for path in pages.references(page)}):
        site.name_of(path)
    search = {key: path for key, path in scripts.SEARCH.items() if (source / path).is_file()}
    searched = {key: site.add(path, searching(site, path)) for key, path in search.items()}
    script = scripts.bundle(scripts.taken(path for page in found for path in page.scripts), site.text)
    style = style_sheet(site, found, icons, script)
    names = site.add("_static/book.css", style.encode()), site.add("_static/book.js", script.encode())
    for page in found:
        site.files[page.path] = pages.put_in(page, site.names, names, searched).encode()
    return site.files | {path: source / path for path in KEPT if (source / path).is_file()}


def searching(site: Site, path: str) -> bytes:
    """A file of the search: a script is made small, data has nothing to leave out."""
    return scripts.small(site.text(path)).encode() if path == scripts.ENGINE else site.content(path)


def read_pages(site: Site, icons: Icons) -> list[Page]:
    """All pages after the first step. What lies in `_static` and its like are templates and downloads."""
    paths = [file.relative_to(site.source).as_posix() for file in site.source.rglob("*.html")]
    first_paint = scripts.small(site.text(scripts.FIRST_PAINT))
    return [
        pages.take_out(path, site.text(path), icons, first_paint) for path in sorted(paths) if not path.startswith("_")
    ]


def style_sheet(site: Site, found: Sequence[Page], icons: Icons, script: str) -> str:
    """The one style sheet: of the icons, of the pages in their order, and what stood in pages, but what is unused."""
    paths = dict.fromkeys(path for page in found for path in page.style_sheets)
    texts = {path: site.text(path) for path in paths}
    rules = sheet.rules_of(icons.style_sheet())
    for path in texts:
        rules += sheet.read(path, site.text, from_root)
    for style in dict.fromkeys(style for page in found for style in page.styles):
        rules += sheet.rules_of(style)
    tags = {tag for page in found for tag in tags_of(page.html)}
    words = words_of([script, *(text for page in found for text in inline_scripts(page.html))])
    pruned = sheet.prune(rules, shapes_of(tags, *sheet.names_asked(rules), words - ICON_CLASSES))
    pruned = drawn.draw(pruned, icons, lambda picture: site.add("_static/icon.svg", picture.encode()))
    used = {name for text in [script, *tags] for name in sheet.CUSTOM_PROPERTY.findall(text)}
    text = "".join(map(str, sheet.without_unused(pruned, used)))
    notices = sheet.notices([site.text(LICENSE), *texts.values()])
    return notices + URL.sub(lambda found: f'url("{placed(site, found[1])}")', text)


def from_root(path: str, url: str) -> str:
    """A URL in the style sheet at `path`, seen from the root of the site."""
    return path_of(path, url) or url


def placed(site: Site, url: str) -> str:
    """What a URL in the light style sheet is; data becomes a file, which the policy of the pages allows."""
    if url.startswith("data:"):
        return data_file(site, url.removeprefix("data:"))
    if url.startswith("#") or "://" in url:
        return url
    if url in site.files:  # made here
        return posixpath.relpath(url, "_static")
    return posixpath.relpath(site.name_of(url), "_static")


def data_file(site: Site, data: str) -> str:
    kind, _, content = data.replace('\\"', '"').partition(",")
    mime, *parameters = kind.split(";")
    decoded = base64.b64decode(content) if "base64" in parameters else unquote_to_bytes(content)
    if mime not in SUFFIXES:
        raise LightError(f"a style sheet holds data of the kind {mime!r}; add its suffix to light/site.py")
    return posixpath.basename(site.add(f"_static/data{SUFFIXES[mime]}", decoded))
