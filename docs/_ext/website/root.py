"""What lies in the root of the site, above both editions: the page for what is not there, for hosts that know only one;
with the address of the book also `robots.txt`, `sitemap.xml`, and the absolute addresses of the entrance.

`python -m website.root SITE` writes it. Knows nothing of Sphinx but the class of an error.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from runs import ROOT

from .address import site_url
from .errors import SettingError
from .xml import SITEMAP, SITEMAPS, element, write_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

EDITIONS = ("en", "zh")
PAGE, BASE = "docs/not-found.html", "{base}"
FILES = ("docs/_static/not-found.js", "docs/not-found.css")
ALTERNATE = re.compile(r'(<link rel="alternate" hreflang="[^"]+" href=")([^":]+)(">)')
CANONICAL = '<link rel="canonical" href="{}">\n'


def absolute(entrance: str, url: str) -> str:
    """The entrance with absolute addresses of itself and of the editions, which is what search engines want."""
    found = ALTERNATE.sub(
        lambda link: f"{link[1]}{urljoin(url, link[2].removesuffix('index.html'))}{link[3]}", entrance
    )
    first = ALTERNATE.search(entrance)
    return found if first is None else found[: first.start()] + CANONICAL.format(url) + found[first.start() :]


def write_page(site: Path, base: str) -> None:
    """The page is shown at any address, so what it refers to has its whole path."""
    text = (ROOT / PAGE).read_text(encoding="utf-8").replace(BASE, base)
    (site / "404.html").write_text(text, encoding="utf-8")
    for file in FILES:
        shutil.copyfile(ROOT / file, site / Path(file).name)


def write_for_robots(site: Path, url: str) -> None:
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {url}{SITEMAP}\n", encoding="utf-8")
    index = Element("sitemapindex", {"xmlns": SITEMAPS})
    for edition in EDITIONS:
        element(element(index, "sitemap"), "loc", f"{url}{edition}/{SITEMAP}")
    write_xml(site / SITEMAP, index)


def main(arguments: Sequence[str]) -> int:
    site = Path(arguments[0])
    try:
        url = site_url(os.environ)
    except SettingError as error:
        print(error, file=sys.stderr)
        return 1
    write_page(site, urlsplit(url).path or "/")
    if url:
        entrance = site / "index.html"
        entrance.write_text(absolute(entrance.read_text(encoding="utf-8"), url), encoding="utf-8")
        write_for_robots(site, url)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
