"""The order of the general index: Chinese entries by their reading (pinyin), under the letter that it begins with.

Sphinx sorts by code points, so that a Chinese index has a group for nearly every entry. `grouped` takes what Sphinx's
`IndexEntries.create_index` returns, and returns the same in an order that readers know; any builder may use it.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pypinyin import Style, lazy_pinyin, load_phrases_dict

from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    Links = list[tuple[str | None, str]]  # "main" or not, and where it leads
    Entry = tuple[str, tuple[Links, list[tuple[str, Links]], str | None]]  # text, (links, subentries, Sphinx's key)
    Index = list[tuple[str, list[Entry]]]  # heading, entries

HAN = re.compile("[\u3400-\u9fff]")
# Readings of characters that have several, where the package's own list of words does not know ours.
load_phrases_dict(
    {
        "重入": [["chóng"], ["rù"]],
        "重名": [["chóng"], ["míng"]],
        "行缓冲": [["háng"], ["huǎn"], ["chōng"]],
    }
)


def grouped(index: Iterable[tuple[str, Sequence[Entry]]], edition: str) -> Index:
    """The entries of `index` under letters from A to Z, after those that begin with no letter.

    Under a letter Latin entries come before Chinese ones. Subentries are in the same order, with `see` at their end.
    """
    symbols = WORDS[edition]["symbols"]
    entries = sorted((entry for _, group in index for entry in group), key=lambda entry: place(entry[0]))
    return [
        (letter or symbols, [with_subentries_in_order(entry) for entry in group])
        for letter, group in groupby(entries, lambda entry: letter_of(entry[0]))
    ]


def with_subentries_in_order(entry: Entry) -> Entry:
    text, (links, subentries, key) = entry
    # One without links is `see` or `see also`.
    return text, (links, sorted(subentries, key=lambda each: (not each[1], place(each[0]))), key)


def place(text: str) -> tuple[str, bool, list[str], str]:
    """What an entry is sorted by: its letter, whether it is Chinese, its reading, and itself, to be certain."""
    return letter_of(text), bool(HAN.match(text)), reading(text), text


def letter_of(text: str) -> str:
    """The letter under which a reader looks for `text`: from A to Z, or empty."""
    first = reading(text)[0][:1].upper()
    return first if first.isascii() and first.isalpha() else ""


def reading(text: str) -> list[str]:
    """Syllables with their tones as digits, such as `jin4`, `cheng2`; what is not Chinese stays, in lower case."""
    return [part.casefold() for part in lazy_pinyin(text, style=Style.TONE3)]


def sort_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """Sphinx hands the entries to the template of the index page; here they change places before it prints them."""
    if "genindexentries" in context:
        context["genindexentries"] = grouped(context["genindexentries"], app.config.book_edition)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-page-context", sort_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
