"""Settings of both editions; `-t zh` or `-t en` on Sphinx's command line says which one is built."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from website.address import edition_url

edition = "zh" if tags.has("zh") else "en"  # type: ignore[name-defined]  # noqa: F821  (Sphinx provides `tags`)

project = {"zh": "跑得通的 Python 多进程", "en": "Python Multiprocessing That Runs"}[edition]
author = {"zh": "《跑得通的 Python 多进程》的作者们", "en": "the authors of Python Multiprocessing That Runs"}[edition]
copyright = {  # noqa: A001
    "zh": "2026 本书作者。文字与图片采用 CC BY 4.0，代码采用 MIT 许可",
    "en": "2026 the authors. Text and pictures: CC BY 4.0, code: MIT",
}[edition]
language = {"zh": "zh_CN", "en": "en"}[edition]
release = version = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text("utf-8"))["project"]["version"]
html_title = project

extensions = ["myst_nb", "sphinx_copybutton", "sphinx_design", "sphinx.ext.intersphinx", "book", "booksearch", "pdf"]
extensions += ["website"]
templates_path = ["docs/_templates"]
locale_dirs = ["../_locale"]  # relative to the edition's folder: what the theme's own translation lacks
nitpicky = True
smartquotes = False  # an error text must be found by the quotes that Python prints

book_edition = edition
# Where the other edition lies, seen from the root of this one. On Read the Docs each language is a project of its own,
# served as /en/<version>/ and /zh-cn/<version>/; everywhere else the editions are neighbours.
if "READTHEDOCS_VERSION" in os.environ:
    twin_language = {"zh": "en", "en": "zh-cn"}[edition]
    book_twin_root = f"../../{twin_language}/{os.environ['READTHEDOCS_VERSION']}/"
else:
    book_twin_root = {"zh": "../en/", "en": "../zh/"}[edition]
html_baseurl = edition_url(os.environ, edition)  # from BOOK_URL; without it nothing that needs an absolute address

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
nb_execution_mode = "force"  # a page with cells is read again when a run that it draws from changes; then they must run
nb_execution_raise_on_error = True
nb_merge_streams = True
nb_mime_priority_overrides = [("typst", "image/svg+xml", 0)]  # MyST-NB knows no builder but Sphinx's own

# Names of the Python documentation, with their exact anchors; a file of our own, so that no build needs the network.
python_docs = {"zh": "https://docs.python.org/zh-cn/3/", "en": "https://docs.python.org/3/"}[edition]
intersphinx_mapping = {"python": (python_docs, "../python-names.inv")}

html_theme = "sphinx_book_theme"
html_favicon = "docs/_static/icon.svg"
html_static_path = ["docs/_static"]
html_css_files = ["book.css"]
html_js_files = [("book.js", {"defer": "defer"}), ("search.js", {"defer": "defer"})]
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system has it
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
html_sidebars = {  # the theme's own, and below them the book as one file
    "**": ["navbar-logo.html", "icon-links.html", "search-button-field.html", "sbt-sidebar-nav.html", "offline.html"]
}
html_theme_options = {
    "article_footer_items": ["page-facts.html"],
    "article_header_end": ["edition-switch.html", "article-header-buttons.html"],
    "toc_title": {"zh": "本页内容", "en": "On this page"}[edition],
    "navbar_persistent": [],  # the theme's second search box, which would stand above the first
    "show_toc_level": 2,
    "show_navbar_depth": 1,
    "use_download_button": False,  # it would offer Markdown; every example has a download of its own
    "search_bar_text": {"zh": "搜索", "en": "Search"}[edition],
    "footer_content_items": ["copyright.html"],
}
copybutton_selector = "div.example-source pre, div.shell pre"  # as in copy.js: an output is not for copying
pygments_style = "a11y-high-contrast-light"

pdf_name = epub_basename = f"python-multiprocessing-{edition}"
epub_theme = "epub"
epub_language = language.replace("_", "-")
epub_tocdepth = 2  # chapters and pages
epub_show_urls = "no"  # a reading program follows links
epub_css_files = ["book-epub.css"]
epub_exclude_files = [  # made for browsers
    f"_static/{name}"
    for name in (
        "book.css",
        "book.js",
        "search.js",
        "search-engine.js",
        "icon.svg",
        "copy.js",
        "page.js",
        "theme.js",
        "timeline-paper.css",
        "copybutton.css",
        "sphinx-design.min.css",
        "check-solid.svg",
        "copy-button.svg",
        "minus.png",
        "plus.png",
    )
]
