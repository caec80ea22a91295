"""The Markdown of a page says what the page says, and can be read without the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from website.llms import seen_from_root
from website.markdown import block, code, escaped, fence

if TYPE_CHECKING:
    from .conftest import SmallSite

MARKDOWN = MarkdownIt("commonmark").enable("table")


def page(small: SmallSite, text: str) -> str:
    """The Markdown of a page with this text, without its title."""
    small.page(text)
    title, _, rest = small.built().text("b/page.md").partition("\n\n")
    assert title == "# The page"
    return rest


@pytest.mark.parametrize(
    "text",
    [
        "a * b * c",
        "__main__ and _x_, but snake_case",
        "[no](link)",
        "<b>",
        "a `tick`",
        "back\\slash",
        "# no heading",
        "- no list",
        "1. no list",
        "> no quote",
        "a #1 - b > c",
    ],
)
def test_text_is_no_markup(text: str) -> None:
    opening, inline, closing = MARKDOWN.parse(block(escaped(text)))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert "".join(child.content for child in inline.children or ()) == text
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


@pytest.mark.parametrize("text", ["x", "a`b", "``", "`a", "a`", "a\nb"])
def test_code_in_a_line_is_as_it_was(text: str) -> None:
    (inline,) = MARKDOWN.parseInline(code(text))
    (child,) = list(inline.children or ())
    assert (child.type, child.content) == ("code_inline", text.replace("\n", " "))


@pytest.mark.parametrize("text", ["x", "```\nx\n```", "a\n\n  b"])
def test_a_block_of_code_is_as_it_was(text: str) -> None:
    (token,) = MARKDOWN.parse(fence(text, "text"))
    assert (token.type, token.info, token.content) == ("fence", "text", f"{text}\n")


def test_a_script_is_there_in_full_with_what_it_printed(small: SmallSite) -> None:
    small.example('print("ok")  # (1)\n', "ok\n")
    written = page(small, "```{example} x/shown.py\n```\n\n1. It prints.\n")
    fences = [(token.info, token.content) for token in MARKDOWN.parse(written) if token.type == "fence"]
    script = '"""Shows it. 展示它。"""\nprint("ok")  # (1)\n'
    assert fences == [("python", script), ("text", "ok\n")]
    assert "`x/shown.py`\n" in written
    assert "the same under spawn and fork" in written
    assert "\n1. It prints.\n" in written
    assert "Download" not in written


def test_start_methods_that_differ_are_shown_one_below_another(small: SmallSite) -> None:
    source = "import multiprocessing\nprint(multiprocessing.get_start_method())\n"
    methods = ("fork", "spawn", "forkserver")
    small.example(source, "".join(f"#: under {method}\n{method}\n" for method in methods))
    written = page(small, "```{example} x/shown.py\n```")
    outputs = [token.content for token in MARKDOWN.parse(written) if token.info == "text"]
    assert sorted(outputs) == sorted(f"{method}\n" for method in methods)
    assert "<" not in written


def test_tables_lists_and_folded_parts(small: SmallSite) -> None:
    written = page(
        small,
        "| a | b |\n|---|---|\n| x \\| y | **z** |\n\n- one\n\n  more\n- two\n  - inner\n\n"
        "3. three\n4. four\n\n:::{dropdown} Solution\nHidden *text*.\n:::\n\n> said\n",
    )
    assert "| a | b |\n| --- | --- |\n| x \\| y | **z** |\n" in written
    assert "- one\n\n  more\n- two\n\n  - inner\n" in written
    assert "3. three\n4. four\n" in written
    assert "Solution\n\nHidden *text*.\n" in written
    assert "> said\n" in written


def test_links_lead_to_the_markdown_of_other_pages(small: SmallSite) -> None:
    written = page(small, "See {ref}`a-other`, {ref}`here <b-page>`, and [there](https://example.org/a_b).")
    assert "See [The page](../a/other.md), here, and [there](https://example.org/a_b)." in written


def test_a_node_without_a_rule_is_told(small: SmallSite) -> None:
    small.page("```{math}\nx\n```")
    build = small.build("en")
    assert build.status != 0
    assert "page.md:4: WARNING: the Markdown of a page has no rule for the node 'math_block'" in build.warnings


def test_the_list_of_pages_is_in_the_order_of_the_book(small: SmallSite) -> None:
    lines = small.built("zh", url="https://example.org/").text("llms.txt").splitlines()
    assert lines[:3] == ["# 小书", "", "> How it began."]
    url = "https://example.org/zh/"
    assert [line for line in lines if line.startswith(("- ", "## "))] == [
        f"- [全书，一个文件]({url}llms-full.txt)",
        "## 开始",
        f"- [Entrance]({url}index.md)：How it began.",
        "## Chapter b",
        f"- [Chapter b]({url}b/index.md)：What b is about.",
        f"- [The page]({url}b/page.md)：You want this. It is code.",
        "## Chapter a",
        f"- [Chapter a]({url}a/index.md)：What a is about.",
        f"- [The page]({url}a/other.md)：Another one.",
    ]


def test_the_whole_book_has_every_page_in_order(small: SmallSite) -> None:
    small.page("See {ref}`a-other`.")
    build = small.built()
    assert "- [Chapter b](b/index.md): What b is about." in build.text("llms.txt")
    full = build.text("llms-full.txt")
    titles = [line for line in full.splitlines() if line.startswith("# ")]
    assert titles == ["# Entrance", "# Chapter b", "# The page", "# Chapter a", "# The page"]
    assert "See [The page](a/other.md)." in full
    (source,) = build.links("alternate")[-1:]
    assert (source["type"], source["href"]) == ("text/markdown", "../b/page.md")


def test_code_is_not_touched_when_links_are_moved() -> None:
    text = "[a](../x/y.md) and [b](https://example.org/z.md)\n\n```text\n[a](../x/y.md)\n```\n\n[c](z.md)\n"
    moved = "[a](x/y.md) and [b](https://example.org/z.md)\n\n```text\n[a](../x/y.md)\n```\n\n[c](b/z.md)\n"
    assert seen_from_root(text, "b/page") == moved
