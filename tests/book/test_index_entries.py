"""The directive `{index}`: its entries lead to the heading that they stand below, by the heading's own label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from book.index_entries import read_entry

if TYPE_CHECKING:
    from bs4 import Tag

    from .conftest import Build, MiniBook

SECTION = "(page-part)=\n## Part\n\n```{index}\npair: Pool; map()\nsingle: order\n```\n\nText."


def entries(build: Build) -> dict[str, list[str]]:
    """Where the entries and subentries of the general index lead to, by their text."""
    found: dict[str, list[str]] = {}
    links: list[Tag] = build.html("genindex").select(".genindextable a")
    for link in links:
        found.setdefault(link.get_text(strip=True), []).append(str(link["href"]))
    return found


@pytest.mark.parametrize("edition", ["en", "zh"])
def test_entries_lead_to_the_label_of_the_heading(book: MiniBook, edition: str) -> None:
    book.page(SECTION)
    build = book.build(edition)
    assert build.status == 0, build.warnings
    part = ["page.html#page-part"]
    assert entries(build) == {"map()": part, "Pool": part, "order": part}
    assert [section["id"] for section in build.html().select("section")] == ["page", "page-part"]
    assert not build.html().select("[id^=index-]")


def test_the_title_of_a_page_takes_entries_too(book: MiniBook) -> None:
    book.page("```{index}\nsingle: order\n```\n\nText.")
    build = book.build()
    assert build.status == 0, build.warnings
    assert entries(build) == {"order": ["page.html#page"]}


def test_entries_elsewhere_are_an_error_until_they_are_moved(book: MiniBook) -> None:
    book.page("(page-part)=\n## Part\n\nText.\n\n```{index}\nsingle: order\n```\n")
    for _ in range(2):
        build = book.build()
        assert build.status == 1
        assert "page.md:9: WARNING: {index} must stand right below a heading [index]" in build.warnings
        assert entries(build) == {}


def test_a_bad_entry_is_an_error_at_its_line(book: MiniBook) -> None:
    book.page(SECTION.replace("single: order", "pair: order"))
    for _ in range(2):
        build = book.build()
        assert build.status == 1
        assert "page.md:9: WARNING: invalid pair index entry 'order' [index]" in build.warnings
        assert set(entries(build)) == {"map()", "Pool"}


@pytest.mark.parametrize("line", ["order", "order, other", "module: os", "pair: order", "see: order", "single:"])
def test_a_line_that_is_no_entry(line: str) -> None:
    with pytest.raises(ValueError, match="index entry"):
        read_entry(line)


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("single: order", "single", "order"),
        ("single: order; of results, kept", "single", "order; of results, kept"),
        ("see: pickle; pickling", "see", "pickle; pickling"),
        ("seealso: pickle; pickling", "seealso", "pickle; pickling"),
    ],
)
def test_a_line_is_one_entry(line: str, kind: str, value: str) -> None:
    assert read_entry(line) == [(kind, value, "", "", None)]
