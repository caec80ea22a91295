"""The general index as a chapter at the end, with the numbers of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.environment.adapters.indexentries import IndexEntries

from book.index_order import grouped

from .literals import array, block, string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from book.index_order import Entry, Index

    from .builder import TypstBuilder


def index_source(builder: TypstBuilder) -> str:
    """Letters with their entries in order; nothing if the book has no entries."""
    index = cast("Index", IndexEntries(builder.env).create_index(builder))  # every entry has a place in this builder
    groups = grouped(index, builder.config.book_edition)
    letters = array(f"({string(letter)}, {array(map(entry_source, entries))})" for letter, entries in groups)
    return block("index", letters) if groups else ""


def entry_source(entry: Entry) -> str:
    """Its text, the labels that it leads to, and the same of the entries below it."""
    text, (links, others, _) = entry
    below = array(f"({string(other)}, {keys_source(of)})" for other, of in others)
    return f"\n({string(text)}, {keys_source(links)}, {below})"


def keys_source(links: Iterable[tuple[str | None, str]]) -> str:
    """The labels, each once: `%page#anchor` is the builder's name for `page:anchor`."""
    keys = [address.removeprefix("%").replace("#", ":", 1) for _, address in links if address]
    return array(map(string, dict.fromkeys(keys)))
