"""No barriers: what axe-core finds on every page, and what no tool finds by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from bs4 import BeautifulSoup

from book import twins
from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Reader

CHAPTERS = sorted({page.relative_to(ROOT / "docs/en").parts[0] for page in twins.find_pages("en")} - {"index.md"})
# All rules in light colors, then those about color in dark ones. To measure the contrast of each of a page's thousand
# texts would take longer than all the rest, and they have few looks: it is enough to do it for one text of each color,
# size, weight, and ground, which gets a mark.
FIND_BARRIERS = """async () => {
  const options = {preload: false, resultTypes: ["violations"]};
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const colors = ["color-contrast", "link-in-text-block"];
  const markOneOfEachLook = () => {
    document.querySelectorAll("[data-look]").forEach((element) => element.removeAttribute("data-look"));
    const looks = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) =>
      text.data.trim() && text.parentElement.checkVisibility() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const {color, fontSize, fontWeight} = getComputedStyle(element);
      const look = [color, fontSize, fontWeight, element.tagName];
      for (let ground = element; ground; ground = ground.parentElement) {
        const {backgroundColor, opacity} = getComputedStyle(ground);
        look.push(backgroundColor, opacity);
      }
      looks.set(look.filter((part) => part !== "rgba(0, 0, 0, 0)" && part !== "1").join(" "), element);
    }
    for (const element of looks.values()) element.dataset.look = "";
  };
  axe.configure({rules: [{id: "color-contrast", selector: "[data-look]"}]});
  const found = [];
  for (const [theme, runOnly] of [["light", tags], ["dark", colors]]) {
    document.documentElement.dataset.theme = theme;
    markOneOfEachLook();
    for (const {id, nodes} of (await axe.run(document, {...options, runOnly})).violations)
      for (const node of nodes) found.push([theme, id, node.target.join(" "), node.failureSummary].join(": "));
  }
  return found;
}"""


def barriers(pages: list[Page]) -> list[list[str]]:
    """What axe-core finds on each of the pages, which it looks at all at once."""
    for page in pages:
        if not page.evaluate("'axe' in window"):
            page.evaluate(f"{AXE_SCRIPT}; 0")
        page.evaluate(f"window.barriers = ({FIND_BARRIERS})(); 0")
    return [page.evaluate("window.barriers") for page in pages]


def files_of(site: Path, edition: str, chapter: str) -> list[str]:
    return [file.relative_to(site).as_posix() for file in sorted(site.glob(f"{edition}/{chapter}/*.html"))]


@pytest.mark.parametrize("chapter", [".", *CHAPTERS])
def test_no_page_has_a_barrier(reader: Reader, site: Path, chapter: str) -> None:
    files = list(zip(files_of(site, "en", chapter), files_of(site, "zh", chapter), strict=True))
    # What axe-core does is not what the page may do; transitions would let it see colors of the way from light to dark.
    pages = [reader.open(file, bypass_csp=True, reduced_motion="reduce") for file in files[0]]
    for page in pages:
        page.add_init_script(AXE_SCRIPT)  # half a megabyte that is handed over once
    found: dict[str, list[str]] = {}
    for both in files:
        for page, file in zip(pages, both, strict=True):
            page.goto(reader.url(file))
        found.update(zip(both, barriers(pages), strict=True))
    assert {file: of for file, of in found.items() if of} == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_the_entrance_has_no_barrier(reader: Reader, width: int) -> None:
    page = reader.open("index.html?stay", width=width, bypass_csp=True)
    assert barriers([page]) == [[]]
    page.emulate_media(color_scheme="dark")
    assert barriers([page]) == [[]]


@pytest.mark.parametrize(
    "path", ["queues/join-hangs", "outdated-advice/index", "cheat-sheet/index", "genindex", "index"]
)
def test_no_page_has_a_barrier_on_a_phone(reader: Reader, path: str) -> None:
    pages = [
        reader.open(f"{edition}/{path}.html", width=360, bypass_csp=True, reduced_motion="reduce")
        for edition in ("en", "zh")
    ]
    assert barriers(pages) == [[], []]
    for page in pages:
        page.locator(".primary-toggle").click()
    assert barriers(pages) == [[], []]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_pointed_at_can_be_read(reader: Reader, theme: str) -> None:
    """Links below the mouse, and on the ground of what a link has led to."""
    page = reader.open("en/queues/join-hangs.html#example-queue-join-hangs-1", bypass_csp=True, color_scheme=theme)
    page.evaluate(f"{AXE_SCRIPT}; 0")
    for selector in (
        "article p > a.reference >> nth=0",
        ".bd-docs-nav .toctree-l1 > a >> nth=1",
        "ol.callouts > li:target",
    ):
        element = page.locator(selector)
        element.hover()
        run = "async (element) => (await axe.run(element, {runOnly: ['color-contrast']})).violations"
        page.evaluate("() => Promise.all(document.getAnimations().map((animation) => animation.finished))")
        assert element.evaluate(run) == [], selector


def luminance(color: str) -> float:
    """As WCAG defines it, of `#rrggbb`."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("edition", ["en", "zh"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_colors_of_code_can_be_read(site: Path, edition: str, theme: str) -> None:
    """Also those of tokens that no page has now, on the ground that the pages give them."""
    styles = (ROOT / "_build/pages" / edition / "_static/pygments.css").read_text(encoding="utf-8")
    themes = (ROOT / "_build/pages" / edition / "_static/styles/pydata-sphinx-theme.css").read_text(encoding="utf-8")
    surface = re.findall(rf"html\[data-theme={theme}\]{{[^}}]*--pst-color-surface:(#[0-9a-f]{{6}})", themes)
    ground = re.findall(rf'html\[data-theme="{theme}"\] \.highlight {{ background: (#\w{{6}})', styles)
    tokens = re.findall(rf'html\[data-theme="{theme}"\] \.highlight \.(\w+) {{ color: (#\w{{6}})', styles)
    assert len(surface) == len(ground) == 1
    assert len(tokens) > 60
    assert {
        token: color for token, color in tokens for below in (*surface, *ground) if contrast(color, below) < 4.5
    } == {}


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_pictures_say_what_they_show_in_the_language_of_the_page(site: Path, edition: str) -> None:
    for file in site.glob(f"{edition}/**/*.html"):
        article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").select_one("article")
        for picture in article.select("img, svg[role=img]") if article else []:
            label = str(picture.get("alt") or picture.get("aria-label") or "")
            assert bool(re.search("[\u4e00-\u9fff]", label)) == (edition == "zh"), f"{file}: {label!r}"
        for picture in article.select("svg:not(svg svg)") if article else []:
            assert picture.get("role") == "img" or picture.get("aria-hidden") == "true", file


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_scripts_are_in_english_but_for_a_sentence(site: Path, edition: str) -> None:
    page = BeautifulSoup((site / edition / "process/hello.html").read_text(encoding="utf-8"), "html.parser")
    source = page.select_one(".example-source")
    assert source is not None
    assert source["lang"] == "en"
    chinese = [token.get_text() for token in source.select("[lang=zh-CN]")]
    assert len(chinese) == 1
    assert re.search("[\u4e00-\u9fff]", chinese[0])
