"""The site in a browser, used as readers use it: read, copy, switch, choose, print, on a wide screen and on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from book import twins
from runs import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Reader

EDITIONS = ["en", "zh"]
OVER = pytest.mark.parametrize("of_files", [False, True], ids=["http", "file"])
TABS = "start-methods/main-guard.html"  # several sets of tabs, and timelines
MARK = re.compile(r" *# \(\d+\)$", re.MULTILINE)
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(18, 18, 18)"
SCROLLS_SIDEWAYS = "document.scrollingElement.scrollWidth > innerWidth"
CONTROLS = "#pst-primary-sidebar, .bd-header-article, .bd-sidebar-secondary, .prev-next-footer, .copybtn, p.offline"
# What the page looks like when it is drawn first: its body has begun, and scripts that wait for its end have not run.
NOTE_FIRST_THEME = """new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.firstTheme = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});"""


def choose_theme(page: Page, mode: str) -> None:
    page.locator(".theme-switch-button").first.click()
    page.locator(f".theme-change-button[data-mode={mode}]").first.click()


@OVER
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_chapter_is_read_page_by_page(reader: Reader, edition: str, *, of_files: bool) -> None:
    page = reader.open(f"{edition}/index.html", of_files=of_files)
    page.locator(".bd-docs-nav a[href='process/index.html']").click()
    page.locator("article a[href='hello.html']").first.click()
    title = page.locator("article h1").inner_text()
    page.locator("a.right-next").click()
    expect(page).to_have_url(reader.url(f"{edition}/process/names-and-pids.html", of_files=of_files))
    page.locator("a.left-prev").click()
    expect(page.locator("article h1")).to_contain_text(title)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_script_of_a_page_is_copied_as_it_stands(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/{TABS}", permissions=["clipboard-read", "clipboard-write"])
    for frame in page.locator("article .example:visible").all():
        script = EXAMPLES / frame.locator("code.example-path").inner_text()
        frame.locator(".example-source").hover()
        frame.locator("button.copybtn").click()
        expected = MARK.sub("", script.read_text(encoding="utf-8")).rstrip("\n")
        expect(frame.locator("button.copybtn")).to_have_class(re.compile("success"))
        assert page.evaluate("navigator.clipboard.readText()") == expected


def test_a_download_is_the_example(reader: Reader) -> None:
    page = reader.open("zh/process/hello.html")
    with page.expect_download() as download:
        page.locator(".example a.download").first.click()
    assert download.value.suggested_filename == "process_hello.py"
    assert download.value.path().read_bytes() == (EXAMPLES / "process/process_hello.py").read_bytes()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("text", "start"), [("PDF", b"%PDF-"), ("EPUB", b"PK")])
def test_the_book_as_one_file(reader: Reader, edition: str, text: str, start: bytes) -> None:
    page = reader.open(f"{edition}/process/hello.html")
    with page.expect_download() as download:
        page.locator("p.offline").get_by_text(text).click()
    assert download.value.path().read_bytes().startswith(start)


@OVER
def test_the_switch_leads_to_the_same_heading_and_back(reader: Reader, *, of_files: bool) -> None:
    page = reader.open("en/queues/join-hangs.html", of_files=of_files)
    heading = page.locator("#queues-join-hangs-cures")
    for edition in ("zh", "en"):
        heading.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
        box = page.locator("a.edition-switch:visible").bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 5, box["y"] + 5)  # a locator's `click()` scrolls, though what it clicks is in view
        expect(page).to_have_url(re.compile(rf"/{edition}/queues/join-hangs\.html#queues-join-hangs-cures$"))
        expect(page.locator("html")).to_have_attribute("lang", twins.TAGS[edition])
        expect(heading.locator("h2")).to_be_in_viewport()


@pytest.mark.parametrize(("locale", "edition"), [("zh", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr", "en")])
@OVER
def test_the_entrance_follows_the_browsers_language(
    reader: Reader, locale: str, edition: str, *, of_files: bool
) -> None:
    page = reader.open("index.html", locale=locale, of_files=of_files)
    expect(page).to_have_url(reader.url(f"{edition}/index.html", of_files=of_files))


def test_the_entrance_remembers_the_edition(reader: Reader) -> None:
    page = reader.open("en/process/hello.html", locale="en")
    page.locator("a.edition-switch:visible").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.goto(reader.url("index.html"))
    expect(page).to_have_url(reader.url("zh/index.html"))


@OVER
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_book_is_read_without_javascript(reader: Reader, edition: str, *, of_files: bool) -> None:
    page = reader.open("index.html", java_script_enabled=False, of_files=of_files)
    page.locator(f"a[hreflang^={edition}]").click()
    page.locator(".bd-docs-nav a[href='process/index.html']").click()
    page.locator("article a[href='hello.html']").first.click()
    expect(page.locator(".example-output").first).to_be_visible()
    expect(page.locator(".theme-switch-button").first).to_be_hidden()  # it could not do anything
    expect(page.locator("article")).to_have_css("color", "rgb(34, 40, 50)")  # the theme's colors are there
    page.locator("a.edition-switch:visible").click()
    expect(page.locator("html")).to_have_attribute("lang", twins.TAGS[twins.OTHER[edition]])


@OVER
def test_one_start_method_is_chosen_for_all_pages(reader: Reader, *, of_files: bool) -> None:
    page = reader.open(f"en/{TABS}", of_files=of_files)
    assert page.locator(".start-methods:visible").count() > 1
    page.locator(".start-methods:visible").first.get_by_text("fork", exact=True).click()
    for path in (TABS, "start-methods/main-guard.html"):
        page.goto(reader.url(f"en/{path}", of_files=of_files))
        chosen = page.locator(".sd-tab-set > input:checked + label").all_text_contents()
        assert {label.strip() for label in chosen} == {"fork"}


@OVER
def test_the_colors_are_chosen_for_all_pages(reader: Reader, *, of_files: bool) -> None:
    page = reader.open("en/index.html", color_scheme="dark", of_files=of_files)
    body = page.locator("body")
    expect(body).to_have_css("background-color", DARK)
    choose_theme(page, "light")
    expect(body).to_have_css("background-color", LIGHT)
    page.goto(reader.url("zh/process/hello.html", of_files=of_files))
    expect(body).to_have_css("background-color", LIGHT)
    choose_theme(page, "auto")
    expect(body).to_have_css("background-color", DARK)
    page.emulate_media(color_scheme="light")
    expect(body).to_have_css("background-color", LIGHT)


@pytest.mark.parametrize("chosen", ["auto", "light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_no_page_is_drawn_in_the_wrong_colors_first(reader: Reader, chosen: str, system: str) -> None:
    page = reader.open("index.html?stay", color_scheme=system)
    page.add_init_script(NOTE_FIRST_THEME)
    page.evaluate("mode => localStorage.setItem('mode', mode)", chosen)
    page.goto(reader.url("en/process/hello.html"))
    assert page.evaluate("window.firstTheme") == (system if chosen == "auto" else chosen)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_scrolls_sideways_on_a_phone_or_at_400_percent(reader: Reader, site: Path, edition: str) -> None:
    """1280 pixels at 400 percent are 320; what is wider than that, as a long line of code, scrolls in its frame."""
    page = reader.open(f"{edition}/index.html", width=360, height=780)
    wide = []
    for path in (file.relative_to(site) for file in sorted(site.glob(f"{edition}/**/*.html"))):
        if "_static" in path.parts:  # the theme leaves templates there
            continue
        page.goto(reader.url(path.as_posix()))
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 780})
            if page.evaluate(SCROLLS_SIDEWAYS):
                wide.append((path.as_posix(), width))
    assert not wide


@pytest.mark.parametrize("path", ["en/error-index/index.html", "zh/outdated-advice/index.html"])
def test_no_line_of_the_contents_at_the_right_is_cut_off(reader: Reader, path: str) -> None:
    page = reader.open(path)
    rights = page.locator("#pst-page-toc-nav a").evaluate_all(
        "links => links.map((link) => link.getBoundingClientRect().right)"
    )
    assert max(rights) <= 1280


@pytest.mark.parametrize("toggle", [".primary-toggle", ".secondary-toggle"])
def test_the_contents_open_and_close_on_a_phone(reader: Reader, toggle: str) -> None:
    page = reader.open("zh/queues/join-hangs.html", width=360, height=780, has_touch=True)
    contents = page.locator("dialog[open]")
    page.locator(toggle).tap()
    expect(contents).to_be_in_viewport()
    page.touchscreen.tap(180 + (170 if toggle == ".primary-toggle" else -170), 400)  # beside it
    expect(contents).to_be_hidden()
    page.locator(toggle).tap()
    link = contents.locator("a.internal:visible").last
    target = str(link.get_attribute("href"))
    link.tap()
    expect(page).to_have_url(re.compile(re.escape(target.removeprefix("../")) + "$"))
    expect(contents).to_be_hidden()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_on_paper(reader: Reader, edition: str) -> None:
    """All that is folded away or beside it on the screen stands on it, and nothing to click."""
    page = reader.open(f"{edition}/{TABS}", width=720)
    page.emulate_media(media="print")
    assert [element for element in page.locator(CONTROLS).all() if element.is_visible()] == []
    for selector in (".sd-tab-content", "svg.timeline", ".sd-summary-content"):
        shown = page.locator(f"article {selector}").all()
        assert shown
        assert all(element.is_visible() for element in shown), selector
    for block in page.locator("article pre:visible").all():
        expect(block).to_have_css("white-space", "pre-wrap")
    assert not page.evaluate(SCROLLS_SIDEWAYS)


def test_nothing_moves_for_who_wants_no_motion(reader: Reader) -> None:
    page = reader.open("en/queues/join-hangs.html", reduced_motion="reduce")
    moving = page.evaluate("""[...document.querySelectorAll("*")].filter((element) => {
      const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element);
      return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
    }).map((element) => element.outerHTML.slice(0, 80))""")
    assert moving == []
