"""What a page tells programs about itself, with and without the address of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from website import preview
from website.words import WORDS

if TYPE_CHECKING:
    import pytest

    from .conftest import Build, SmallSite

URL = "https://example.org/book/"


def alternates(build: Build, page: str = "b/page") -> dict[str, str]:
    return {str(tag["hreflang"]): str(tag["href"]) for tag in build.links("alternate", page) if tag.get("hreflang")}


def test_without_an_address_links_are_relative_and_nothing_needs_one(small: SmallSite) -> None:
    small.commit("2026-01-01T12:00:00Z")
    build = small.built()
    assert alternates(build) == {"en": "../b/page.html", "zh-CN": "../../zh/b/page.html"}
    assert build.links("canonical") == []
    meta = build.meta()
    assert meta["og:title"] == "The page"
    assert meta["og:description"] == meta["description"] == "You want this. It is code."
    assert not {"og:url", "og:image"} & set(meta)
    assert not [name for name in ("sitemap.xml", "feed.xml", preview.PREVIEW) if (build.out / name).exists()]
    assert not [tag for tag in build.links("alternate") if tag.get("type") == "application/atom+xml"]


def test_with_an_address_they_are_absolute(small: SmallSite) -> None:
    small.commit("2026-01-01T12:00:00Z")
    build = small.built("zh", url=URL)
    assert alternates(build) == {"zh-CN": f"{URL}zh/b/page.html", "en": f"{URL}en/b/page.html"}
    assert [tag["href"] for tag in build.links("canonical")] == [f"{URL}zh/b/page.html"]
    meta = build.meta()
    assert meta["og:url"] == f"{URL}zh/b/page.html"
    assert meta["og:image"] == f"{URL}zh/preview.png"
    assert (meta["og:site_name"], meta["og:locale"], meta["og:type"]) == ("小书", "zh_CN", "article")
    assert meta["twitter:card"] == "summary_large_image"
    assert build.meta("index")["og:type"] == "website"
    assert build.meta("index")["og:title"] == "小书"
    feeds = [tag for tag in build.links("alternate") if tag.get("type") == "application/atom+xml"]
    assert [tag["href"] for tag in feeds] == ["../feed.xml"]


def test_what_a_text_has_is_no_markup(small: SmallSite) -> None:
    small.write("b/page", '(p)=\n# Is "a" < `b`?\n\nYes: "a" < b & c.\n')
    meta = small.built().meta()
    assert meta["og:title"] == 'Is "a" < b?'
    assert meta["description"] == 'Yes: "a" < b & c.'


def test_pages_that_are_made_have_addresses_as_well(small: SmallSite) -> None:
    build = small.built(url=URL)
    assert alternates(build, "genindex") == {"en": f"{URL}en/genindex.html", "zh-CN": f"{URL}zh/genindex.html"}


def test_the_picture_is_the_same_for_the_same_book(small: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    small.built(url=URL)
    file = small.folder / "out" / "en" / preview.PREVIEW
    first = file.read_bytes()
    with Image.open(file) as image:
        assert image.size == preview.SIZE
    file.unlink()
    small.built(url=URL)
    assert file.read_bytes() == first
    monkeypatch.setitem(WORDS["en"], "about", "Something else")
    small.built(url=URL)
    assert file.read_bytes() != first
