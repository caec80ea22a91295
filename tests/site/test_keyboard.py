"""The site without a mouse: everything is reached, seen when it is reached, and used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from runs import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Reader

TABS = "start-methods/main-guard.html"
MARK = re.compile(r" *# \(\d+\)$", re.MULTILINE)
# What Tab should reach, by a number for each: all that can be seen and used; of a set of tabs, the chosen one.
NUMBER_THE_REACHABLE = """() => {
  const all = document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']");
  const usable = [...all].filter((element) => !element.disabled && element.tabIndex >= 0
    && element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
    && !element.closest("dialog:not([open])")
    && (element.type !== "radio" || element.checked));
  usable.forEach((element, number) => { element.dataset.number = number; });
  return usable.map((element) => element.outerHTML.slice(0, 120));
}"""
# The number of the element that has the focus, and what is wrong with how that looks.
LOOK_AT_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.type === "radio" ? element.nextElementSibling
    : element.querySelector(":scope > .toctree-toggle") ?? element;
  const style = getComputedStyle(shown);
  const isMarked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  const box = [...shown.getClientRects()].find((part) => part.width && part.height) ?? shown.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)];
  const top = document.elementFromPoint(x, y);
  const isSeen = top !== null && (shown.contains(top) || top.contains(shown));
  return {number: Number(element.dataset.number), html: element.outerHTML.slice(0, 120), isMarked, isSeen};
}"""


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML"))


def press_until(page: Page, selector: str, key: str = "Tab") -> None:
    """Goes on by `key` until the first element of `selector` has the focus."""
    target = page.locator(selector).first
    for _ in range(400):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not reach {selector}")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", [f"en/{TABS}", "zh/queues/join-hangs.html", "zh/outdated-advice/index.html"])
def test_tab_reaches_everything_and_shows_where_it_is(reader: Reader, path: str, width: int) -> None:
    page = reader.open(path, width=width, reduced_motion="reduce")
    reachable = page.evaluate(NUMBER_THE_REACHABLE)
    visited, wrong = [], []
    for _ in range(len(reachable) + 5):
        page.keyboard.press("Tab")
        look = page.evaluate(LOOK_AT_FOCUS)
        if look is None or look["number"] in visited:
            break
        visited.append(look["number"])
        if not (look["isMarked"] and look["isSeen"]):
            wrong.append(look)
    assert not wrong
    assert [html for number, html in enumerate(reachable) if number not in visited] == []


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_the_first_tab_offers_to_skip_to_the_text(reader: Reader, edition: str) -> None:
    page = reader.open(f"{edition}/{TABS}")
    page.keyboard.press("Tab")
    expect(page.locator("#pst-skip-link a")).to_be_focused()
    expect(page.locator("#pst-skip-link a")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_script_is_copied(reader: Reader) -> None:
    page = reader.open(f"zh/{TABS}", permissions=["clipboard-read", "clipboard-write"])
    press_until(page, "article button.copybtn")
    button = page.locator("article button.copybtn").first
    expect(button).to_have_css("opacity", "1")
    expect(button).to_have_accessible_name("复制")
    page.keyboard.press("Enter")
    expect(button).to_have_class(re.compile("success"))
    script = EXAMPLES / page.locator("code.example-path").first.inner_text()
    expected = MARK.sub("", script.read_text(encoding="utf-8")).rstrip("\n")
    assert page.evaluate("navigator.clipboard.readText()") == expected


def test_a_tab_is_chosen_by_arrows(reader: Reader) -> None:
    page = reader.open(f"en/{TABS}")
    press_until(page, ".sd-tab-set > input:checked")
    page.keyboard.press("ArrowRight")
    chosen = page.locator(".sd-tab-set > input:checked + label").all_text_contents()
    assert {label.strip() for label in chosen} == {"spawn"}


def test_the_colors_are_chosen(reader: Reader) -> None:
    page = reader.open("en/index.html", color_scheme="light")
    press_until(page, ".theme-switch-button")
    page.keyboard.press("Enter")
    expect(page.locator(".theme-change-button").first).to_be_visible()
    press_until(page, ".theme-change-button[data-mode=dark]")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_escape_closes_the_menu_of_colors(reader: Reader) -> None:
    page = reader.open("en/index.html")
    press_until(page, ".theme-switch-button")
    page.keyboard.press("Enter")
    expect(page.locator(".theme-change-button").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".theme-change-button").first).to_be_hidden()
    expect(page.locator(".theme-switch-button")).to_be_focused()


@pytest.mark.parametrize("toggle", [".primary-toggle", ".secondary-toggle"])
def test_escape_closes_the_contents_and_leads_back(reader: Reader, toggle: str) -> None:
    page = reader.open("en/queues/join-hangs.html", width=360)
    press_until(page, toggle)
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('dialog[open]').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_be_hidden()
    expect(page.locator(toggle)).to_be_focused()


def test_code_that_is_unfolded_can_be_scrolled(reader: Reader) -> None:
    """What is too wide for its frame takes the focus, and what was folded away as well."""
    page = reader.open("en/queues/join-hangs.html", width=360)
    solution = page.locator("details.sd-dropdown").first
    solution.locator("summary").first.focus()
    page.keyboard.press("Enter")
    code = solution.locator(".example-source pre").first
    assert code.evaluate("element => element.scrollWidth > element.clientWidth")
    expect(code).to_have_attribute("tabindex", "0")
    code.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=code.element_handle())


def test_output_behind_a_tab_can_be_scrolled(reader: Reader) -> None:
    page = reader.open(f"en/{TABS}", width=360)
    page.clock.install()  # the theme waits a moment before it looks for what is too wide
    page.reload()
    page.clock.run_for(1000)
    press_until(page, ".sd-tab-set > input:checked")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(1000)
    outputs = page.locator("article .sd-tab-content pre:visible").all()
    wide = [output for output in outputs if output.evaluate("element => element.scrollWidth > element.clientWidth")]
    assert wide
    for output in wide:
        expect(output).to_have_attribute("tabindex", "0")
