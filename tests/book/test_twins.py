"""The switch between the editions, stable anchors, and the stamp that says which twin a page was revised against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from book import twins

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import MiniBook


def test_a_heading_has_its_label_as_its_only_anchor(book: MiniBook) -> None:
    book.page("(page-more)=\n## 更多内容")
    html = book.build("zh").html()
    assert [section["id"] for section in html.select("section")] == ["page", "page-more"]
    assert not html.select("section span[id]")


def pages(tmp_path: Path, english: str, chinese: str) -> tuple[Path, Path]:
    found = []
    for edition, text in (("en", english), ("zh", chinese)):
        file = tmp_path / "docs" / edition / "process" / "page.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        found.append(file)
    return found[0], found[1]


def test_twin_of_goes_both_ways(tmp_path: Path) -> None:
    english, chinese = pages(tmp_path, "# A\n", "# 甲\n")
    assert twins.twin_of(english) == chinese
    assert twins.twin_of(chinese) == english


def test_a_stamp_holds_until_the_twin_says_something_else(tmp_path: Path) -> None:
    english, chinese = pages(tmp_path, "# A\n", "# 甲\n")
    twins.stamp(english)
    twins.stamp(chinese)
    assert twins.stamp_of(english) == twins.digest_of(chinese)
    assert twins.stamp_of(chinese) == twins.digest_of(english)  # stamping the one did not unsettle the other
    chinese.write_text(chinese.read_text(encoding="utf-8") + "新的一句。\n", encoding="utf-8")
    assert twins.stamp_of(english) != twins.digest_of(chinese)
    twins.stamp(english)
    assert twins.stamp_of(english) == twins.digest_of(chinese)


def test_a_stamp_leaves_other_front_matter_alone(tmp_path: Path) -> None:
    english, _ = pages(tmp_path, "---\nkernelspec:\n  name: python3\n---\n# A\n", "# 甲\n")
    twins.stamp(english)
    twins.stamp(english)
    text = english.read_text(encoding="utf-8")
    assert text.count("twin:") == 1
    assert text.endswith("kernelspec:\n  name: python3\n---\n# A\n")


def test_a_page_without_front_matter_has_no_stamp(tmp_path: Path) -> None:
    english, _ = pages(tmp_path, "# A\n\ntwin: 0123456789ab\n", "# 甲\n")
    assert twins.stamp_of(english) == ""
