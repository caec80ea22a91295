"""The search in a real browser: the dialog, the page, where a result leads to, and what all of this weighs."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Reader

EDITIONS = ("en", "zh")
FIELD = "dialog.book-search[open] input"
RESULTS = ".book-search a[role=option]"
ACTIVE = f"{RESULTS}[aria-selected=true]"
MARKED = "CSS.highlights.has('book-search') ? [...CSS.highlights.get('book-search')].map(String) : []"
ASKED = {
    "en": [
        "join hangs",
        "sentinel",
        "Pool.map",
        "apply_async",
        "can't pickle local object",
        "deadlok",
        "zombie",
        "进程池",
    ],
    "zh": ["join 卡住", "哨兵值", "Pool.map", "apply_async", "无法序列化", "死锁", "僵尸进程", "process pool"],
}


def open_search(page: Page, query: str = "") -> None:
    """Opens the dialog by its keys, and waits until all that there is can be found."""
    page.keyboard.press("Control+k")
    page.wait_for_selector(FIELD)
    wait_for_text(page)
    page.fill(FIELD, query)


def wait_for_text(page: Page) -> None:
    page.wait_for_selector("[role=listbox][aria-busy=false]", state="attached")


def found(page: Page) -> list[str]:
    """The addresses of the results, from top to bottom, without the query in them."""
    addresses = page.eval_on_selector_all(RESULTS, "(links) => links.map((link) => link.href)")
    return [place_of(url) for url in addresses]


def place_of(url: str) -> str:
    return f"{urlsplit(url).path.rpartition('/')[2]}#{urlsplit(url).fragment}"


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_search_is_loaded_when_it_is_opened(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/process/hello.html")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("globalThis.bookSearchData") is None
    open_search(page, "Pool")
    assert page.locator(RESULTS).count() > 5


@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_keys_open_it(reader: Reader, key: str) -> None:
    page = reader.open("en/pool/map.html")
    page.keyboard.press(key)
    page.wait_for_selector(FIELD)
    assert page.input_value(FIELD) == ""
    page.keyboard.type("a/b")  # the second one is a letter like any other
    assert page.input_value(FIELD) == "a/b"
    page.keyboard.press("Escape")
    assert not page.is_visible(FIELD)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_opens_it_and_gets_the_focus_back(reader: Reader, edition: str, width: int) -> None:
    page = reader.open(f"{edition}/process/join.html", width=width)
    button = page.locator(".search-button__button:visible").first
    button.click()
    page.wait_for_selector(FIELD)
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.book-search", state="hidden")
    assert button.evaluate("(button) => button === document.activeElement")


def test_the_same_is_found_over_http_and_from_disk(reader: Reader, edition: str) -> None:
    lists: list[list[list[str]]] = []
    for of_files in (False, True):
        page = reader.open(f"{edition}/index.html", of_files=of_files)
        open_search(page)
        lists.append([])
        for query in ASKED[edition]:
            page.fill(FIELD, query)
            lists[-1].append(found(page))
    assert lists[0] == lists[1]
    assert all(lists[0])


def test_arrows_choose_and_enter_opens_the_section_with_its_words_marked(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/process/hello.html")
    query = {"en": "join hangs", "zh": "join 卡住"}[edition]
    open_search(page, query)
    first, second = found(page)[:2]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    active = page.locator(ACTIVE)
    assert page.get_attribute(FIELD, "aria-activedescendant") == active.get_attribute("id")
    assert place_of(str(active.get_attribute("href"))) == second != first
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    page.wait_for_function(f"() => ({MARKED}).length")
    assert parse_qs(urlsplit(page.url).query) == {"q": [query]}
    assert place_of(page.url) == second
    anchor = urlsplit(page.url).fragment
    target = page.locator(f"[id='{anchor}']" if anchor else "article section").first
    assert 0 <= target.evaluate("(target) => target.getBoundingClientRect().top") < 800
    marked = page.evaluate(MARKED)
    assert {"join"} <= {word.lower() for word in marked}
    inside = "(words, target) => words.every((range) => target.contains(range.startContainer))"
    assert target.evaluate(f"(target) => ({inside})([...CSS.highlights.get('book-search')], target)")
    page.keyboard.press("Escape")
    assert page.evaluate(MARKED) == []


def test_marks_change_nothing_of_the_page(reader: Reader) -> None:
    address = "en/queues/join-hangs.html"
    plain = reader.open(address).locator("article").inner_html()
    page = reader.open(f"{address}?q=join#queues-join-hangs")
    page.wait_for_function(f"() => ({MARKED}).length")
    assert page.locator("article").inner_html() == plain


def test_results_stand_below_their_page_with_their_kind(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/index.html")
    open_search(page, "Pool.map")
    kinds = set(page.locator(".search-kind").all_inner_texts())
    assert "API" in kinds
    open_search(page, "PicklingError")
    kinds |= set(page.locator(".search-kind").all_inner_texts())
    assert {"error", "example"} <= kinds or {"错误", "示例"} <= kinds
    groups = page.locator(".book-search [role=group]")
    for group in groups.all():
        pages = {str(link.get_attribute("href")).partition("?")[0] for link in group.locator("a").all()}
        assert len(pages) == 1
        assert group.locator(".search-page").inner_text().strip()
    assert len({group.locator("a").first.get_attribute("href") for group in groups.all()}) == groups.count()
    assert page.locator(".book-search mark").first.inner_text()


def test_nothing_is_searched_while_an_input_method_composes(reader: Reader) -> None:
    page = reader.open("zh/process/hello.html")
    open_search(page)
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "jin cheng chi", "selectionStart": 13, "selectionEnd": 13})
    assert page.input_value(FIELD) == "jin cheng chi"
    assert page.locator(RESULTS).count() == 0
    before = page.url
    composing = {"key": "Enter", "isComposing": True, "bubbles": True, "cancelable": True}
    assert page.eval_on_selector(
        FIELD, "(field, event) => field.dispatchEvent(new KeyboardEvent('keydown', event))", composing
    )
    client.send("Input.insertText", {"text": "进程池"})
    page.wait_for_selector(RESULTS)
    assert page.input_value(FIELD) == "进程池"
    assert page.url == before


def test_where_nothing_is_found_it_offers_what_is_near(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/index.html")
    open_search(page, "qzxv jqzk")
    assert page.locator(RESULTS).count() == 0
    assert "qzxv jqzk" in page.inner_text(".search-told")
    places = page.locator(".search-places a")
    assert [str(place.get_attribute("href")).rpartition(f"/{edition}/")[2] for place in places.all()] == [
        "genindex.html",
        "glossary/index.html",
        "error-index/index.html",
    ]
    page.fill(FIELD, "apxlyzasxnc")
    near = page.locator(".search-nearest button").first
    name = near.inner_text()
    near.click()
    assert page.input_value(FIELD) == name
    assert page.locator(RESULTS).count() > 0


def test_a_misspelling_is_told(reader: Reader) -> None:
    page = reader.open("en/index.html")
    open_search(page, "deadlokc")
    assert "“deadlock”" in page.inner_text(".search-told")


@pytest.mark.parametrize(
    "query", ["   ", "<img src=x onerror=alert(1)>", "x" * 10_000, "死锁" * 5_000, "(?<[", "\\u0000%00"]
)
def test_bad_input_is_text_like_any_other(reader: Reader, query: str) -> None:
    page = reader.open("zh/index.html")
    open_search(page, query)
    assert page.locator("dialog img").count() == 0
    assert len(page.inner_text(".search-told")) < 200
    page.fill(FIELD, "Pool")
    assert page.locator(RESULTS).count() > 0


def test_the_page_of_the_search_takes_and_keeps_a_query(reader: Reader, edition: str) -> None:
    query = "a b&c=<d> 进程池"
    page = reader.open(f"{edition}/search.html?q={quote(query)}")
    page.wait_for_selector(RESULTS)
    wait_for_text(page)
    field = page.locator("#search-page input")
    assert field.input_value() == query
    field.fill("SharedMemory")
    first = page.locator(RESULTS).first
    assert "q=SharedMemory" in str(first.get_attribute("href"))
    first.click()
    page.wait_for_url("**#**")
    page.go_back()
    assert parse_qs(urlsplit(page.url).query)["q"] == ["SharedMemory"]


def test_a_file_that_is_missing_is_told(reader: Reader) -> None:
    page = reader.open("en/process/hello.html")
    page.route("**/search-text*", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.wait_for_function("() => document.querySelector('.search-told')?.textContent.includes('could not be loaded')")
    assert [problem for problem in reader.problems if "search-text" not in problem] == []
    reader.problems.clear()


def test_without_javascript_index_and_glossary_are_offered(reader: Reader, edition: str) -> None:
    for path in ("search.html", "process/hello.html"):
        page = reader.open(f"{edition}/{path}", java_script_enabled=False)
        for place in ("genindex", "glossary", "error-index"):
            assert page.locator(f"a[href*='{place}']:visible").count() > 0
        assert page.locator(".search-button__button:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(reader: Reader, edition: str, scheme: Any, width: int) -> None:
    for path, is_page in (("pool/map.html", False), ("search.html?q=Pool", True)):
        page = reader.open(f"{edition}/{path}", width=width, color_scheme=scheme)
        for query in ("", "Pool.map", "qzxv jqzk apxly"):
            if is_page:
                wait_for_text(page)
                page.fill("#search-page input", query)
            else:
                open_search(page, query)
            report = Axe().run(page, ".book-search")
            assert not report.response["violations"], report.generate_report()
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def packed_size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=9))


def test_the_weight_of_the_search(reader: Reader, site: Path, edition: str) -> None:
    page = reader.open(f"{edition}/index.html")
    open_search(page, "Pool")
    sources = page.eval_on_selector_all("script[src]", "(scripts) => scripts.map((script) => script.src)")
    names = [urlsplit(source).path.rpartition("/")[2] for source in sources]
    sizes = {name: packed_size(site / edition / "_static" / name) for name in names if "search" in name}
    text = sum(size for name, size in sizes.items() if "text" in name)
    print(edition, sizes)
    assert 0 < text <= 350_000
    assert sum(sizes.values()) - text <= 40_000


def test_no_part_of_the_stock_search_is_left(site: Path, edition: str) -> None:
    assert not (site / edition / "searchindex.js").exists()
    for file in (site / edition).rglob("*.html"):
        assert "searchtools" not in file.read_text(encoding="utf-8")


def test_pages_name_the_page_of_the_search(site: Path, edition: str) -> None:
    page = BeautifulSoup((site / edition / "process/hello.html").read_text(encoding="utf-8"), "html.parser")
    link = page.select_one("link[rel=search]")
    assert link is not None
    assert link["href"] == "../search.html"
