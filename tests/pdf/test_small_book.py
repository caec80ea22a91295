"""What a reader finds in the PDF of a book, and what its writer is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import SmallBook

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="9">中文</text></svg>'


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_parts_chapters_and_pages_are_numbered_and_in_the_outline(small: SmallBook) -> None:
    small.page("(page-one)=\n## A section")
    assert small.build().outline() == [
        (0, "Contents"),
        (0, "Part I: First part"),
        (1, "1 A chapter"),
        (2, "1.1 A page"),
        (3, "1.1.1 A section"),
    ]


def test_chapters_are_counted_through_all_parts(small: SmallBook) -> None:
    other = "```{toctree}\n:caption: Second part\n\nother\n```\n"
    entrance = (small.folder / "docs" / "en" / "index.md").read_text(encoding="utf-8")
    small.write("index.md", entrance + other)
    small.write("other.md", "(other)=\n# Another chapter\n")
    assert (1, "2 Another chapter") in small.build().outline()


def test_the_title_page_says_version_date_and_pythons(small: SmallBook) -> None:
    text = squeezed(small.build().pdf.pages[0].extract_text())
    assert "A small book" in text
    assert "Version 1.2.3 · 1 May" in text
    assert re.search(r"The examples were run on Python 3\.\d+\.\d+", text)


def test_the_chinese_edition_says_so_in_chinese(small: SmallBook) -> None:
    build = small.build("zh")
    assert "小书" in build.text
    assert "目录" in build.text
    assert str(build.pdf.root_object["/Lang"]) == "zh-CN"
    assert any(title.startswith("第一部分") for _, title in build.outline())


@pytest.mark.parametrize(
    "text",
    [
        '**bold** and *slanted*, `code` with `#[*] \\ "quotes"`, $5',
        "- one\n- two\n\n  1. inner\n\n3. three\n4. four",
        "term\n: what it means\n\n> a saying\n\n---\n\nafter a line",
        "```{note}\nA remark.\n```\n\n```{admonition} Own title\nText.\n```\n\n```{versionadded} 3.14\nSo.\n```",
        "| head | other |\n|---|---|\n| `cell` | text |",
        ":::{dropdown} Solution\nText.\n:::\n\n::::{tab-set}\n:::{tab-item} fork\nText.\n:::\n::::",
        ":::{card} A card\nText.\n:::",
        "A note[^a], and again[^a].\n\n[^a]: Its text.",
        ":::{glossary}\nfork\n  A word.\n:::\n\nSee {term}`fork`.",
        "```{code-block} python\n:emphasize-lines: 1\nprint(1)\n```\n\n```\nplain\n```",
        "```{line-block}\none\ntwo\n```\n\n```{rubric} Aside\n```\n\nx{sub}`1` {sup}`2` {abbr}`CPU (the processor)`",
        "% a comment\n\n<b>for HTML only</b>\n\n{py:func}`no_such_name`",
    ],
)
def test_every_kind_of_text_can_be_set(small: SmallBook, text: str) -> None:
    small.configure('nitpick_ignore = [("py:func", "no_such_name")]\n')
    small.page(text)
    small.build()


def test_code_keeps_its_indentation_in_what_is_copied(small: SmallBook) -> None:
    small.page("```python\nif True:\n    for each in 'ab':\n        print(each)  # 中文\n```")
    assert "if True:\n    for each in 'ab':\n        print(each)  # 中文\n" in small.build().text


def test_an_example_is_set_with_its_output_and_attached(small: SmallBook) -> None:
    script = small.folder / "examples" / "x" / "shown.py"
    script.parent.mkdir(parents=True)
    source = (
        '"""Shows it. 展示它。"""\n# /// script\n# [tool.run]\n# start-methods = ["fork"]\n# ///\nprint("out")  # (1)\n'
    )
    script.write_text(source, encoding="utf-8")
    script.with_suffix(".out").write_text("out\n", encoding="utf-8")
    small.page("```{example} x/shown.py\n```\n\n1. The note.")
    build = small.build()
    assert "x/shown.py" in build.text
    assert 'print("out")\n' in build.text
    assert re.search(r"fork · .* · exit code 0\nout\n", build.text)
    assert build.pdf.attachments == {"shown.py": [source.encode()]}


def test_a_link_to_another_page_says_where_that_is(small: SmallBook) -> None:
    small.page("See {ref}`chapter`.")
    build = small.build()
    assert re.search(r"See A chapter\s\(p\. 5\)\.", squeezed(build.text))
    assert "A chapter" in build.pdf.pages[4].extract_text()


def test_an_address_is_printed_once(small: SmallBook) -> None:
    small.page("[here](https://a.example/b) and [there](https://a.example/b), <https://c.example/>")
    text = small.build().text
    assert text.count("https://a.example/b") == 1
    assert text.count("https://c.example/") == 1


def test_a_footnote_is_printed_once(small: SmallBook) -> None:
    small.page("A note[^a], and again[^a].\n\n[^a]: What it says.")
    assert small.build().text.count("What it says.") == 1


def test_what_unfolds_or_is_chosen_on_a_screen_stands_below_its_title(small: SmallBook) -> None:
    unfolded = ":::{dropdown} Solution\nHow.\n:::\n\n"
    tabs = "::::{tab-set}\n:::{tab-item} fork\nOne.\n:::\n:::{tab-item} spawn\nOther.\n:::\n::::"
    small.page(unfolded + tabs)
    build = small.build()
    assert "Solution\nHow.\nfork\nOne.\nspawn\nOther." in build.text
    assert build.source.count("#B.unfolded(") == 1
    assert build.source.count("#B.tab(") == 2


def test_the_index_gives_pages(small: SmallBook) -> None:
    small.page("```{index}\nsingle: queue\npair: lock; deadlock\nsee: mutex; lock\n```\n\nText.")
    lines = small.build().pdf.pages[-1].extract_text().splitlines()
    shown = [line.strip() for line in lines if line.strip()]
    assert shown[:9] == ["Index", "D", "deadlock", "lock 5", "L", "lock", "deadlock 5", "M", "mutex"]
    assert "queue 5" in shown


def test_a_picture_is_set_and_a_missing_one_is_told(small: SmallBook) -> None:
    small.write("square.svg", SQUARE)
    small.page("![a square](square.svg)")
    assert "中文" in small.build().text
    small.page("![another square](missing.svg)")
    build = small.try_build()
    assert build.status != 0
    assert "page.md:4: WARNING: image file not readable: missing.svg" in build.warnings
    assert "another square" in build.text


def test_a_node_without_a_rule_is_named_and_its_contents_are_set(small: SmallBook) -> None:
    small.page("```{math}\nx^2\n```")
    build = small.try_build()
    assert build.status != 0
    assert "page.md:4: WARNING: the PDF has no rule for the node 'math_block'; its contents are used" in build.warnings
    assert "x^2" in build.text


def test_a_toctree_of_the_entrance_needs_a_caption(small: SmallBook) -> None:
    small.write("index.md", "(index)=\n# Entrance\n\n```{toctree}\n\nchapter\n```\n")
    build = small.try_build()
    assert build.status != 0
    assert "index.md:4: WARNING: a toctree of the entrance has no caption" in build.warnings


def test_without_a_chinese_font_the_build_says_what_to_install(
    small: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pdf.fonts.CHINESE", ("No such font",))
    build = small.try_build()
    assert build.status != 0
    assert "no font has Chinese characters: install the package manimgx-fonts-cjk" in build.warnings


def test_two_builds_give_the_same_bytes(small: SmallBook) -> None:
    first = (small.build().out / "small.pdf").read_bytes()
    assert (small.build().out / "small.pdf").read_bytes() == first


def test_what_was_read_for_html_is_not_read_again(small: SmallBook) -> None:
    small.try_build(builder="html")
    doctree = small.folder / "doctrees" / "en" / "page.doctree"
    before = doctree.stat().st_mtime_ns
    small.build()
    assert small.try_build(builder="html").status == 0
    assert doctree.stat().st_mtime_ns == before
