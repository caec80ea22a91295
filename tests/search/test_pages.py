"""The page of the search and its description for browsers, in place of Sphinx's own search."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from .conftest import MiniBook

PAGE = "(page)=\n# Locks\n\nText.\n"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_the_stock_search_is_not_made(book: MiniBook) -> None:
    book.page(PAGE)
    folder = book.built().static.parent
    assert (folder / "search.html").exists()
    assert not (folder / "searchindex.js").exists()


def test_a_browser_can_search_the_book_once_its_address_is_known(book: MiniBook) -> None:
    book.page(PAGE)
    file = book.built("en", "-D", "html_baseurl=https://book.example/en/").static.parent / "opensearch.xml"
    url = ElementTree.parse(file).find(f"{OPENSEARCH}Url")  # noqa: S314  (our own file)
    assert url is not None
    assert url.get("template") == "https://book.example/en/search.html?q={searchTerms}"


def test_there_is_no_description_while_nobody_knows_the_address(book: MiniBook) -> None:
    book.page(PAGE)
    assert not (book.built().static.parent / "opensearch.xml").exists()
