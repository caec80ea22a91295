"""One script of many: those that the pages load, in their order, and ours in the place of the theme's large ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Scripts by name, and what does their work here. A script that is not named here is taken as it is.
REPLACED: dict[str, tuple[str, ...]] = {
    "fontawesome.js": (),  # the icons are in the pages
    "bootstrap.js": (),  # its menu and its button to the top: page.js; its tooltips: the browser's own
    "pydata-sphinx-theme.js": ("page.js",),
    "sphinx-book-theme.js": (),  # page.js as well
    "copybutton.js": ("copy.js",),
    "clipboard.min.js": (),  # browsers can do it by themselves now
    "doctools.js": (),  # keys for the search, which has a script of its own
    "documentation_options.js": (),  # settings of the scripts that are left out
    "translations.js": (),
    "sphinx_highlight.js": (),  # Sphinx's own search, and what belongs to it
    "searchtools.js": (),
    "language_data.js": (),
    "searchindex.js": (),
}
FIRST_PAINT = "_static/theme.js"  # stands in the page itself, for what must be settled before anything is drawn
SETS_THEME = "dataset.theme"
SETTINGS = "DOCUMENTATION_OPTIONS"
# What the search loads when it is first used, and adds nothing to a page by itself: the attribute of <html> that says
# where it lies.
ENGINE = "_static/search-engine.js"
SEARCH = {
    "data-search-engine": ENGINE,
    "data-search-titles": "_static/search-titles.js",
    "data-search-text": "_static/search-text.js",
}


def taken(paths: Iterable[str]) -> list[str]:
    """Of the scripts that pages load those that go into ours, with ours for theirs, each once."""
    found: dict[str, None] = {}
    for path in paths:
        ours = REPLACED.get(path.rpartition("/")[2])
        found |= dict.fromkeys([path] if ours is None else [f"_static/{name}" for name in ours])
    return list(found)


def small(source: str) -> str:
    """Without comments and blanks; nothing is renamed or rewritten. License notices stay."""
    shorter: str = rjsmin.jsmin(re.sub(r"//# sourceMappingURL=\S+", "", source), keep_bang_comments=True)
    return shorter.strip()


def bundle(paths: Iterable[str], text_of: Callable[[str], str]) -> str:
    return "".join(small(text_of(path)) + "\n;" for path in paths).rstrip(";")
