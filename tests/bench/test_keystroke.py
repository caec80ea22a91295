"""What a keystroke costs in the search dialog, from the key to the results laid out: `make bench`."""

from __future__ import annotations

import csv
from statistics import median, quantiles
from typing import TYPE_CHECKING

import pytest

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

TYPED = 40  # queries, evenly spread over the file, each from its first character to its last
TYPE = """queries => {
  const field = document.querySelector("dialog.book-search input");
  const type = (text) => {
    const began = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.closest("dialog").getBoundingClientRect();
    return performance.now() - began;
  };
  return queries.map((query) => [...query].map((_, n) => type([...query].slice(0, n + 1).join(""))));
}"""


@pytest.fixture
def page(make: Callable[..., None], browser: Browser) -> Iterator[Page]:
    make("html")
    with browser.new_page() as opened:
        yield opened


def typed(edition: str) -> list[str]:
    """Some of the queries that readers type."""
    with (ROOT / f"tests/search/queries-{edition}.tsv").open(encoding="utf-8", newline="") as lines:
        queries = [row["query"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return queries[:: len(queries) // TYPED]


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_keystroke(page: Page, edition: str) -> None:
    page.goto((ROOT / f"_build/html/{edition}/index.html").as_uri())
    page.keyboard.press("Control+k")
    page.wait_for_selector(".search-results[aria-busy=false]", state="attached")
    page.evaluate(TYPE, ["warm up"])
    ((nothing,),) = page.evaluate(TYPE, [" "])
    spent = [ms for each in page.evaluate(TYPE, typed(edition)) for ms in each]
    p95 = quantiles(spent, n=20)[-1]
    print(f"\n{edition}: {len(spent)} keystrokes, median {median(spent):.1f} ms, p95 {p95:.1f} ms:", end=" ")
    print(f"{p95 / 20:.2f} times the 20 ms that nobody notices; without a query {nothing:.1f} ms")
