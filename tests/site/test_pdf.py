"""The two PDFs, as `make pdf` builds them: what a reader can find in them, follow, and copy out of them."""

from __future__ import annotations

import ast
import re
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

from runs import EXAMPLES
from runs.example import find_examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pypdf import PageObject

EDITIONS = ("en", "zh")
NUMBER = re.compile(r"^(\d+(\.\d+)*|Part [IVX]+:|第[一二三四五六七八九十]+部分：?)\s")
MARK = re.compile(r"[ ]+# \(\d+\)$", re.MULTILINE)
ADDRESS = re.compile(r"\d+\s?https?://")
PAGES_AT_ONCE = 40


def file_of(pdfs: Path, edition: str) -> Path:
    return pdfs / f"python-multiprocessing-{edition}.pdf"


def lines_of(file: Path, pages: range) -> list[list[str]]:
    """The lines of each of `pages`, as pypdf reads them."""
    reader = PdfReader(file)
    return [reader.pages[number].extract_text().splitlines() for number in pages]


@cache
def pages_of(file: Path) -> list[list[str]]:
    """The lines of every page; reading them takes long, so by several processes."""
    count = len(PdfReader(file).pages)
    parts = [range(start, min(start + PAGES_AT_ONCE, count)) for start in range(0, count, PAGES_AT_ONCE)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(chain.from_iterable(pool.map(lines_of, [file] * len(parts), parts)))


def body_of(file: Path) -> str:
    """The text without what stands at the foot of a page: addresses, the page's number, and the running head."""
    lines: list[str] = []
    for number, page in enumerate(pages_of(file), 1):
        foot = len(page) - page[::-1].index(str(number)) - 1 if str(number) in page else len(page)
        lines += [line.rstrip() for line in page[:foot] if not ADDRESS.match(line)]
    return "\n".join(lines)


def titles_of(outline: Iterable[object]) -> Iterator[str]:
    """Of all depths, without their numbers."""
    for entry in outline:
        if isinstance(entry, list):
            yield from titles_of(entry)
        else:
            yield NUMBER.sub("", getattr(entry, "title", "") or "")


def headings_of(site: Path, edition: str) -> list[str]:
    """Of all pages of the site that have a source, but its entrance."""
    found = []
    for page in sorted((site / edition).glob("*/*.html")):
        if not page.parent.name.startswith("_"):
            article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one("article")
            assert article is not None
            for heading in article.select("h1, h2, h3"):
                for link in heading.select("a.headerlink"):
                    link.decompose()
                found.append(heading.get_text())
    return found


def squeezed(text: str) -> str:
    """Without white space, since lines break elsewhere on paper."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_heading_is_in_the_text_and_in_the_outline(site: Path, pdfs: Path, edition: str) -> None:
    file = file_of(pdfs, edition)
    headings = headings_of(site, edition)
    outline = {squeezed(title) for title in titles_of(PdfReader(file).outline)}
    text = squeezed(body_of(file))
    assert len(headings) > 200
    assert [heading for heading in headings if squeezed(heading) not in outline] == []
    assert [heading for heading in headings if squeezed(heading) not in text] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_script_can_be_copied_as_it_is(pdfs: Path, edition: str) -> None:
    text = f"\n{body_of(file_of(pdfs, edition))}\n"
    missing = []
    for name in find_examples(EXAMPLES):
        source = MARK.sub("", (EXAMPLES / name).read_text(encoding="utf-8")).rstrip("\n")
        place = text.find(f"\n{source}\n")
        copied = text[place + 1 : place + 1 + len(source)]
        if place < 0 or ast.dump(ast.parse(copied)) != ast.dump(ast.parse(source)):
            missing.append(name)
    assert missing == ["start-methods/check_my_script.py"]  # long; the page shows a part of it


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_script_is_attached(pdfs: Path, edition: str) -> None:
    attached = PdfReader(file_of(pdfs, edition)).attachments
    scripts = {(EXAMPLES / name).name: (EXAMPLES / name).read_bytes() for name in find_examples(EXAMPLES)}
    assert set(attached) == set(scripts)
    assert [name for name, content in scripts.items() if attached[name] != [content]] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_fonts_are_embedded(pdfs: Path, edition: str) -> None:
    fonts = fonts_of(PdfReader(file_of(pdfs, edition)))
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), font["/BaseFont"]


def fonts_of(reader: PdfReader) -> list[Any]:
    """Every font that a page or a picture on it uses, once."""
    found: dict[int, Any] = {}
    waiting: list[Any] = [page["/Resources"].get_object() for page in reader.pages]
    seen: set[int] = set()
    while waiting:
        resources = waiting.pop()
        for reference in resources.get("/Font", DictionaryObject()).get_object().values():
            found.setdefault(reference.idnum, reference.get_object())
        for reference in resources.get("/XObject", DictionaryObject()).get_object().values():
            if reference.idnum not in seen:
                seen.add(reference.idnum)
                waiting.append(reference.get_object().get("/Resources", DictionaryObject()).get_object())
    return list(found.values())


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_character_is_missing_in_its_font(pdfs: Path, edition: str) -> None:
    """Glyph 0 of a font is what is drawn, mostly a box, for a character that it does not have."""
    reader = PdfReader(file_of(pdfs, edition))
    assert [number for number, page in enumerate(reader.pages, 1) if 0 in glyphs_of(page, reader)] == []
    assert "\ufffd" not in body_of(file_of(pdfs, edition))


def glyphs_of(page: PageObject, reader: PdfReader) -> set[int]:
    """The numbers of the glyphs that a page draws; each takes two bytes of a string."""
    content = page.get_contents()
    assert content is not None
    found: set[int] = set()
    for operands, operator in ContentStream(content, reader).operations:
        if operator in (b"Tj", b"TJ"):
            parts = operands[0] if isinstance(operands[0], ArrayObject) else operands
            for part in parts:
                data = getattr(part, "original_bytes", b"")
                found.update(int.from_bytes(data[place : place + 2]) for place in range(0, len(data), 2))
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_internal_link_leads_to_a_page(pdfs: Path, edition: str) -> None:
    reader = PdfReader(file_of(pdfs, edition))
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    links = [link for page in reader.pages for link in links_of(page)]
    targets = [target_of(link) for link in links if "/Dest" in link or link["/A"]["/S"] == "/GoTo"]
    assert len(targets) > 500
    assert [target for target in targets if target not in pages] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_can_be_hit(pdfs: Path, edition: str) -> None:
    for page in PdfReader(file_of(pdfs, edition)).pages:
        for link in links_of(page):
            left, bottom, right, top = (float(place) for place in link["/Rect"])
            assert right - left > 3
            assert top - bottom > 3


def links_of(page: PageObject) -> Iterator[Any]:
    annotations: Any = page.get("/Annots", ArrayObject()).get_object()
    for reference in annotations:
        annotation = reference.get_object()
        if annotation["/Subtype"] == "/Link":
            yield annotation


def target_of(link: Any) -> int | None:
    """The number of the page object that a link leads to."""
    target = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
    target = target.get_object()
    page = target[0] if isinstance(target, ArrayObject) else None
    return page.idnum if isinstance(page, IndirectObject) else None


@pytest.mark.parametrize("edition", EDITIONS)
def test_title_language_and_tags_are_set(pdfs: Path, edition: str) -> None:
    reader = PdfReader(file_of(pdfs, edition))
    root: Any = reader.trailer["/Root"].get_object()
    assert reader.metadata
    assert reader.metadata.title == {"en": "Python Multiprocessing That Runs", "zh": "跑得通的 Python 多进程"}[edition]
    assert root["/Lang"].lower().startswith(edition)
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize(("edition", "title"), [("en", "Cheat sheet"), ("zh", "速查表")])
def test_the_cheat_sheet_is_one_page(pdfs: Path, edition: str, title: str) -> None:
    reader = PdfReader(file_of(pdfs, edition))
    parts = [part for part in reader.outline if isinstance(part, list)]
    chapters = [entry for part in parts for entry in part if not isinstance(entry, list)]
    titles = [NUMBER.sub("", entry.title or "") for entry in chapters]
    place = titles.index(title)
    start, after = (reader.get_destination_page_number(entry) for entry in chapters[place : place + 2])
    assert start is not None
    assert after == start + 1


def test_the_same_runs_give_the_same_bytes(pdfs: Path, make: Callable[..., None], tmp_path: Path) -> None:
    make("pdf", f"PDF={tmp_path}", f"DOCTREES={tmp_path}/doctrees")  # all pages are read again
    for edition in EDITIONS:
        assert file_of(tmp_path, edition).read_bytes() == file_of(pdfs, edition).read_bytes()
