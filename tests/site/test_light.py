"""The light pages beside those that Sphinx wrote, in Chromium: the same look, sooner, and under a strict policy."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from PIL import Image, ImageChops

from light import csp
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PAGES = (
    "index",
    "process/hello",
    "process/names-and-pids",
    "process/start-cost",
    "locks/lock",
    "queues/join-hangs",
    "glossary/index",
    "cheat-sheet/index",
    "colophon/index",
    "genindex",
)
# The share of pixels that may differ. The icon of a download is a picture now, not a letter, and so some ten pixels at
# its edges are darker or lighter: 0.01 % of a page at most. A lost line or a moved word is many times more.
TOLERANCE = 0.0005
VISIBLE = 24  # of 255: what is less is a rounding of colors


def show(browser: Browser, url: str, width: int, theme: Any) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce", locale="en"
    )
    page = context.new_page()
    page.goto(url)
    if "/pages/" in url:
        page.wait_for_selector("html.fontawesome-i2svg-complete")
    page.evaluate("document.fonts.ready")
    return page


def picture(page: Page, file: Path, full: bool) -> Image.Image:
    page.screenshot(path=file, full_page=full, animations="disabled")
    page.context.close()
    return Image.open(file).convert("RGB")


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that can be seen to differ."""
    assert one.size == other.size
    counts = ImageChops.difference(one, other).convert("L").histogram()
    return sum(counts[VISIBLE:]) / (one.size[0] * one.size[1])


def both(site: Path, edition: str, page: str) -> list[str]:
    """The page as Sphinx wrote it, and the light one."""
    return [(folder / edition / f"{page}.html").as_uri() for folder in (ROOT / "_build/pages", site)]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", [("en", 1280, "light"), ("zh", 1280, "dark"), ("zh", 360, "light")], ids=str)
def test_the_same_look(site: Path, browser: Browser, tmp_path: Path, page: str, kind: tuple[str, int, str]) -> None:
    edition, width, theme = kind
    pictures = [
        picture(show(browser, url, width, theme), tmp_path / f"{number}.png", full=True)
        for number, url in enumerate(both(site, edition, page))
    ]
    assert differing(*pictures) <= TOLERANCE


def open_menu(page: Page) -> None:
    page.click(".theme-switch-button")
    page.wait_for_selector(".dropdown-menu.show")


def choose_dark(page: Page) -> None:
    open_menu(page)
    page.click('.theme-change-button[data-mode="dark"]')
    page.mouse.move(600, 700)
    page.wait_for_selector(".dropdown-menu", state="hidden")
    page.wait_for_selector(".tooltip", state="detached")


def toggle_contents(page: Page) -> None:
    page.click(".primary-toggle")
    page.mouse.move(600, 700)


def toggle_outline(page: Page) -> None:
    page.click(".secondary-toggle")


def follow_outline(page: Page) -> None:
    page.click("#pst-page-toc-nav a >> nth=1")
    page.wait_for_selector('#pst-page-toc-nav a.active[aria-current="true"]')


def print_it(page: Page) -> None:
    page.emulate_media(media="print")


@pytest.mark.parametrize(
    ("width", "act"),
    [
        (1280, open_menu),
        (1280, choose_dark),
        (1280, toggle_contents),
        (1280, follow_outline),
        (1280, print_it),
        (360, open_menu),
        (360, toggle_contents),
        (360, toggle_outline),
    ],
)
def test_the_same_look_after_an_action(
    site: Path, browser: Browser, tmp_path: Path, width: int, act: Callable[[Page], None]
) -> None:
    pictures = []
    for number, url in enumerate(both(site, "en", "process/names-and-pids")):
        page = show(browser, url, width, "light")
        act(page)
        pictures.append(picture(page, tmp_path / f"{number}.png", full=False))
    assert differing(*pictures) <= TOLERANCE


class Handler(SimpleHTTPRequestHandler):
    """Serves with the policy of the pages; what has a name by content may be kept."""

    policy: ClassVar[str]
    asked: ClassVar[list[str]]

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask the host for one, whatever page it is
            self.send_response_only(204)
            self.end_headers()
        else:
            self.asked.append(self.path)
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if "/_static/" in self.path else "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Not on the terminal."""


@pytest.fixture
def server(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of the site, and the list of what was asked for."""
    asked: list[str] = []
    handler = type("Own", (Handler,), {"policy": csp.policy(site), "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=site.parent)) as running:
        Thread(target=running.serve_forever).start()
        yield f"http://127.0.0.1:{running.server_port}/html", asked
        running.shutdown()


def test_a_second_page_loads_itself_only(browser: Browser, server: tuple[str, list[str]]) -> None:
    address, asked = server
    page = show(browser, f"{address}/en/process/hello.html", 1280, "light")
    assert len(asked) <= 10
    asked.clear()
    page.goto(f"{address}/en/locks/lock.html", wait_until="networkidle")
    page.context.close()
    pages = [path for path in asked if "/icon." not in path]  # the browser asks for the icon of the first one late
    assert pages == ["/html/en/locks/lock.html"]


def test_the_first_paint_does_not_wait_for_the_script_and_has_the_right_theme(
    browser: Browser, server: tuple[str, list[str]]
) -> None:
    address, _ = server
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/book.*.js", lambda route: None)  # which never comes
    page.goto(f"{address}/en/process/hello.html", wait_until="commit")
    page.evaluate("""new Promise((painted) => new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length) painted();
    }).observe({ type: "paint", buffered: true }))""")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 18, 18)"
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["en/index", "zh/process/hello", "en/locks/lock", "zh/search"])
def test_nothing_moves_and_nothing_is_forbidden(
    browser: Browser, server: tuple[str, list[str]], name: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("""
        window.moved = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value; })
          .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(f"{server[0]}/{name}.html", wait_until="networkidle")
    assert page.evaluate("window.moved") == 0
    assert said == []
    context.close()


def test_without_scripts_the_page_is_light_and_shows_no_dead_button(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto((site / "en/process/hello.html").as_uri())
    assert page.get_attribute("html", "data-theme") == "light"
    assert page.is_visible("article h1")
    assert page.is_visible(".example a.download")
    assert not page.is_visible(".theme-switch-button")
    assert not page.is_visible(".search-button-field")
    context.close()
