"""A small folder as Sphinx would write it: two pages, the theme's files reduced to a line each, and a download."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FONTAWESOME = (
    '/*! notice */(()=>{var b={list:[384,512,[],"f209","M1 brand"]};go(function(){p("fab",b),p("fa-brands",b)})})(),'
    '(()=>{var b={"square-minus":[448,512,[],"f146","M2"]};go(function(){p("far",b),p("fa-regular",b)})})(),'
    '(()=>{var b={bars:[448,512,["navicon"],"f0c9","M3 bars"],"arrow-up":[384,512,[8593],"f062","M4 up"],'
    'download:[448,512,[],"f019","M5 down"],list:[512,512,["list-squares"],"f03a","M6 list"]};'
    'go(function(){p("fas",b),p("fa-solid",b)})})(),'
    r'x=":root, :host {\n  --fa-font-solid: normal 900 1em/1 \"Font Awesome\";\n}\n\n'
    r'.svg-inline--fa {\n  height: 1em;\n}"'
)
THEME_CSS = """
@import "basic.css";
@font-face { font-family: "Font Awesome"; src: url(fa.woff2) }
/*! Theme, MIT */
html[data-theme=light] { --muted: #111; --unused: red }
html[data-theme=dark] { --muted: #eee }
:root { --icon-download: "\uf019"; --arrow: url("data:image/svg+xml,%3Csvg/%3E") }
a.download:before { content: var(--icon-download); font: var(--fa-font-solid); color: var(--muted) }
.arrow { background: var(--arrow) }
.never { color: red }
@media print { .noprint { display: none } .never { top: 0 } }
"""
PAGE = """<!DOCTYPE html>
<html lang="en" data-content_root="{root}" data-theme="auto">
<head>
<script data-cfasync="false">
  document.documentElement.dataset.theme = localStorage.getItem("theme") || "auto";
</script>
<!-- a comment -->
<noscript><style>.pst-js-only {{ display: none !important; }}</style></noscript>
<link href="{root}_static/theme.css?digest=1" rel="stylesheet" />
<link rel="stylesheet" type="text/css" href="{root}_static/book.css?v=1" />
<script defer src="{root}_static/scripts/fontawesome.js?digest=1"></script>
<link rel="preload" as="script" href="{root}_static/scripts/bootstrap.js" />
<script src="{root}_static/documentation_options.js"></script>
<script data-prefix="tab-" src="{root}_static/tabs.js?v=1"></script>
<script>DOCUMENTATION_OPTIONS.pagename = 'x';</script>
</head>
<body>
<button onclick="toggleFullScreen()" class="arrow"><i class="fa-solid fa-bars fa-lg"></i></button>
{body}
<script defer src="{root}_static/scripts/bootstrap.js"></script>
<script defer src="{root}_static/scripts/pydata-sphinx-theme.js"></script>
</body>
</html>
"""
FILES = {
    ".buildinfo": "# Sphinx",
    "objects.inv": "inventory",
    "_static/theme.css": THEME_CSS,
    "_static/basic.css": ".basic, p > .gone { margin: 0 }",
    "_static/book.css": '.basic { background: url("paper.svg") }',
    "_static/paper.svg": "<svg/>",
    "_static/fa.woff2": "font",
    "_static/webpack-macros.html": "{{ a template }}",
    "_static/scripts/fontawesome.js": FONTAWESOME,
    "_static/scripts/fontawesome.js.LICENSE.txt": "/*! Icons, CC BY */",
    "_static/tabs.js": '// Tabs.\ndocument.body.classList.add("noprint");\n//# sourceMappingURL=tabs.js.map\n',
    "_static/page.js": "const page = 1;\n",
    "_static/theme.js": "// First.\nsettle();\n",
    "_static/search-engine.js": "globalThis.bookSearch = 1;\n",
    "_static/search-titles.js": "titles\n",
    "_images/a.svg": "<svg>a</svg>",
    "_images/stale.svg": "<svg>of a page that is gone</svg>",
    "_downloads/1/hello.py": "print()\n",
}
BODIES = {
    "index.html": '<p class="basic pst-js-only" style="width: 33%; color: red">x</p><img src="_images/a.svg" alt="a"/>',
    "chapter/page.html": '<a class="download" href="../_downloads/1/hello.py">x</a> <a href="../../zh/x.html">x</a>',
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    for name, text in FILES.items():
        write(folder / name, text)
    for name, body in BODIES.items():
        write(folder / name, PAGE.format(root="../" * name.count("/"), body=body))
    return folder


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
