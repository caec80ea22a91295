"""A PDF and an EPUB that are there lie beside the pages, and every page links to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build, MiniBook

TEMPLATE = '{% extends "!layout.html" %}{% block footer %}{% include "offline.html" %}{% endblock %}'
SETTINGS = '\nhtml_theme = "basic"\ntemplates_path = ["templates", {templates!r}]\n'


def built(book: MiniBook, edition: str = "en") -> Build:
    build = book.build(edition, "-D", f"book_offline={book.folder / 'made'}")
    assert build.status == 0, build.warnings
    return build


def links_of(build: Build, page: str) -> list[tuple[str, str]]:
    return [(str(link["href"]), link.get_text()) for link in build.html(page).select("p.offline a")]


def with_template(book: MiniBook) -> None:
    """Pages of the mini-book's theme show what the real book's theme shows in its sidebar."""
    from runs import ROOT  # noqa: PLC0415

    (book.folder / "templates").mkdir()
    (book.folder / "templates" / "layout.html").write_text(TEMPLATE, encoding="utf-8")
    conf = book.folder / "conf.py"
    settings = SETTINGS.format(templates=str(ROOT / "docs" / "_templates"))
    conf.write_text(conf.read_text(encoding="utf-8") + settings, encoding="utf-8")


def put(book: MiniBook, suffix: str, edition: str) -> Path:
    file = book.folder / "made" / suffix / f"python-multiprocessing-{edition}.{suffix}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{suffix} of {edition}", encoding="utf-8")
    return file


def test_without_a_file_there_is_no_link(book: MiniBook) -> None:
    with_template(book)
    book.page("Text")
    put(book, "pdf", "zh")
    assert links_of(built(book), "page") == []


def test_files_of_the_edition_are_linked_from_every_page_and_copied(book: MiniBook) -> None:
    with_template(book)
    book.page("Text")
    for edition in ("en", "zh"):
        put(book, "pdf", edition)
        put(book, "epub", edition)
    build = built(book)
    pdf, epub = "python-multiprocessing-en.pdf", "python-multiprocessing-en.epub"
    assert links_of(build, "page") == [(f"./{pdf}", "PDF"), (f"./{epub}", "EPUB")]
    assert (build.out / pdf).read_text(encoding="utf-8") == "pdf of en"
    assert not list(build.out.glob("*-zh.*"))


def test_pages_get_the_link_when_the_file_comes_later(book: MiniBook) -> None:
    with_template(book)
    book.page("Text")
    assert links_of(built(book), "page") == []
    put(book, "pdf", "en")
    assert links_of(built(book), "page") == [("./python-multiprocessing-en.pdf", "PDF")]
