"""The two EPUBs, as `make epub` builds them: whole, well-formed, and with every script as it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from runs import EXAMPLES
from runs.example import find_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITIONS = ("en", "zh")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
MARK = re.compile(r"[ ]+# \(\d+\)$", re.MULTILINE)


@cache
def pages_of(file: Path) -> dict[str, ElementTree.Element]:
    """Every page by its name; one that is not well-formed ends the test."""
    with ZipFile(file) as book:
        return {
            name: ElementTree.fromstring(book.read(name))  # noqa: S314  (our own)
            for name in book.namelist()
            if name.endswith(".xhtml")
        }


@cache
def package_of(file: Path) -> ElementTree.Element:
    with ZipFile(file) as book:
        return ElementTree.fromstring(book.read("content.opf"))  # noqa: S314


@pytest.fixture(params=EDITIONS)
def epub(epubs: Path, request: pytest.FixtureRequest) -> Path:
    return epubs / f"python-multiprocessing-{request.param}.epub"


def references(pages: dict[str, ElementTree.Element]) -> Iterator[tuple[str, str]]:
    """From each page to each place within the book: `locks/lock.xhtml`, `queues/empty.xhtml#queues-empty`."""
    for name, page in pages.items():
        for element in page.iter():
            for key in ("href", "src"):
                value = element.get(key, "")
                if value and not re.match(r"[a-z]+:", value):
                    yield name, value


def test_every_link_has_its_target(epub: Path) -> None:
    pages = pages_of(epub)
    anchors = {name: {element.get("id") for element in page.iter()} for name, page in pages.items()}
    with ZipFile(epub) as book:
        files = set(book.namelist())
    missing = []
    for page, value in references(pages):
        path, fragment = urldefrag(unquote(value))
        target = str(PurePosixPath("/", page).parent.joinpath(path)) if path else f"/{page}"
        target = re.sub(r"[^/]+/\.\./", "", target.replace("/./", "/")).lstrip("/")
        if target not in files or (fragment and fragment not in anchors.get(target, set())):
            missing.append((page, value))
    assert missing == []


def test_the_package_names_every_file_once(epub: Path) -> None:
    package = package_of(epub)
    named = [item.get("href") for item in package.iter(f"{OPF}item")]
    read = [item.get("idref") for item in package.iter(f"{OPF}itemref")]
    assert len(set(named)) == len(named)
    assert len(set(read)) == len(read)
    pages = set(pages_of(epub)) - {"nav.xhtml"}
    assert pages <= set(named)
    assert len(read) == len(pages)
    with ZipFile(epub) as book:
        own = {"mimetype", "content.opf", "META-INF/container.xml"}
        assert set(book.namelist()) - own == set(named)


def test_every_script_is_there_as_it_is(epub: Path) -> None:
    shown = set()
    for page in pages_of(epub).values():
        for block in page.iter(f"{XHTML}div"):
            if "example-source" in block.get("class", ""):
                pre = next(block.iter(f"{XHTML}pre"))
                shown.add("".join(pre.itertext()).rstrip("\n"))
    missing = [
        name
        for name in find_examples(EXAMPLES)
        if MARK.sub("", (EXAMPLES / name).read_text(encoding="utf-8")).rstrip("\n") not in shown
    ]
    assert missing == ["start-methods/check_my_script.py"]  # long; the page shows a part of it


def test_nothing_has_to_be_chosen_or_unfolded(epub: Path) -> None:
    """Many reading programs cannot; and none runs a script."""
    pages = pages_of(epub)
    tags = {element.tag.removeprefix(XHTML) for each in pages.values() for element in each.iter()}
    assert not tags & {"input", "details", "script", "svg"}
    page = pages["process/names-and-pids.xhtml"]
    titles = ["".join(p.itertext()) for p in page.iter(f"{XHTML}p") if "stacked-title" in p.get("class", "")]
    assert titles[:3] == ["forkserver", "spawn", "fork"]


def test_timelines_are_pictures_with_a_text(epub: Path) -> None:
    images = [image for page in pages_of(epub).values() for image in page.iter(f"{XHTML}img")]
    timelines = [image for image in images if "timeline-" in image.get("src", "")]
    assert len(timelines) > 200
    assert all(image.get("alt") for image in images)
    with ZipFile(epub) as book:
        name = f"_images/{PurePosixPath(timelines[0].get('src', '')).name}"
        assert b"<style>" in book.read(name)


def test_language_is_declared(epub: Path) -> None:
    language = package_of(epub).findtext(".//{http://purl.org/dc/elements/1.1/}language")
    assert language == {"en": "en", "zh": "zh-CN"}[epub.stem.rpartition("-")[2]]
