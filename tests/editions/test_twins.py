"""The two editions say the same things in the same order, and each page was looked at when its twin changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import yaml
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from book import twins
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from markdown_it.token import Token

ENGLISH = {page.relative_to(ROOT / "docs/en") for page in twins.find_pages("en")}
CHINESE = {page.relative_to(ROOT / "docs/zh") for page in twins.find_pages("zh")}
BOTH = sorted(ENGLISH & CHINESE)
PARSER = create_md_parser(
    MdParserConfig(enable_extensions={"colon_fence", "deflist", "attrs_inline"}), DocutilsRenderer
)
WORDED = re.compile(r"^:(caption|alt): .*$|^    (alt|caption): .*$", re.MULTILINE)  # text in an option is translated
TEXT_AND_TARGET = re.compile(r"^.*<(.*)>$")  # a reference `text <label>` has a text of its own in each language
TEXT_DIRECTIVES = ("dropdown", "grid", "note", "tip", "warning", "admonition", "image", "figure")


@dataclass(frozen=True)
class Part:
    """One thing that both editions must have: what it is, and what of it is the same in both languages."""

    kind: str
    detail: str


def skeleton(text: str) -> list[Part]:
    """The parts of a page in order, without its words."""
    return list(parts_of(PARSER.parse(text)))


def parts_of(tokens: Sequence[Token]) -> Iterator[Part]:
    for token in tokens:
        match token.type:
            case "heading_open":
                yield Part("heading", token.tag)
            case "myst_target":
                yield Part("label", token.content)
            case "fence" | "code_block":
                yield Part("code", code_of(token))
            case "colon_fence":
                yield Part("directive", token.info.split()[0])
                yield from parts_of(PARSER.parse(token.content))
            case "bullet_list_open" | "ordered_list_open" | "list_item_open" | "table_open" | "tr_open" | "th_open":
                yield Part(token.type.removesuffix("_open"), "")
            case "myst_role":
                target = TEXT_AND_TARGET.sub(r"\1", token.content)
                yield Part("role", f"{token.meta['name']} {target}")
            case "link_open" | "image":
                yield Part(token.type, str(token.attrs.get("href", token.attrs.get("src", ""))))
            case "code_inline":
                yield Part("inline code", token.content)
            case "inline":
                yield from parts_of(token.children or [])


def code_of(token: Token) -> str:
    """Code as it stands; but a directive whose content is text counts by its name and options only."""
    if not token.info.startswith("{"):
        return f"{token.info}\n{token.content}"
    name = token.info.split("}")[0].strip("{}")
    if name in TEXT_DIRECTIVES:
        return name
    if name == "index":  # its entries are translated; their number and their kinds are the same
        return " ".join([name, *re.findall(r"^\w+:", token.content, re.MULTILINE)])
    content = WORDED.sub("", token.content)
    if name == "code-cell":  # the words of a chart are translated
        content = re.sub(r'"[^"]*[^\x00-\x7f][^"]*"|"[a-z]+( [a-z]+)*"', '""', content)
    return f"{token.info}\n{content}"


def order_free(parts: Sequence[Part]) -> list[Part]:
    """Inline code may change places within a page: Chinese puts it elsewhere in the sentence, and may repeat it."""
    return [part for part in parts if part.kind != "inline code"]


@pytest.mark.parametrize("page", BOTH, ids=str)
def test_twins_have_the_same_skeleton(page: Path) -> None:
    english, chinese = ((ROOT / "docs" / edition / page).read_text(encoding="utf-8") for edition in ("en", "zh"))
    assert order_free(skeleton(chinese)) == order_free(skeleton(english))


@pytest.mark.parametrize("page", BOTH, ids=str)
def test_twins_name_the_same_code(page: Path) -> None:
    names = []
    for edition in ("en", "zh"):
        parts = skeleton((ROOT / "docs" / edition / page).read_text(encoding="utf-8"))
        names.append({part.detail for part in parts if part.kind == "inline code"})
    assert names[1] == names[0]


def test_every_page_has_a_twin() -> None:
    assert ENGLISH == CHINESE


@pytest.mark.parametrize("edition", ["en", "zh"])
@pytest.mark.parametrize("page", BOTH, ids=str)
def test_page_was_revised_against_its_twin_as_that_is_now(edition: str, page: Path) -> None:
    file = ROOT / "docs" / edition / page
    name = page.with_suffix("").as_posix()
    advice = f"look at both pages, then: .venv/bin/python -m book.twins {name}"
    assert twins.stamp_of(file) == twins.digest_of(twins.twin_of(file)), advice


@pytest.mark.parametrize("page", sorted(ENGLISH | CHINESE), ids=str)
def test_front_matter_is_yaml_with_a_stamp_that_is_text(page: Path) -> None:
    """A stamp of digits alone, or like 12e4, would be read as a number by other tools."""
    for edition in ("en", "zh"):
        text = (ROOT / "docs" / edition / page).read_text(encoding="utf-8")
        assert isinstance(yaml.safe_load(text.split("---\n")[1])["twin"], str)


INDEX = "```{index}\nsingle: entry; of text\n```\n\n"
SOUND = f"(a)=\n# Title\n\n{INDEX}Text with `code` and {{ref}}`b`.\n\n- item\n\n```{{example}} x/y.py\n```\n"


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("# Title", "## Title"),
        ("(a)=", "(c)="),
        ("{ref}`b`", "{ref}`c`"),
        ("{ref}`b`", "{ref}`b <c>`"),
        ("{ref}`b`", "[text](b)"),
        ("- item", "- item\n- item"),
        ("- item", "1. item"),
        ("x/y.py", "x/z.py"),
        ("x/y.py\n", "x/y.py\n:output: none\n"),
        ("single:", "pair:"),
        ("single:", "single: more\nsingle:"),
        (INDEX, ""),
    ],
)
def test_a_skeleton_tells_pages_apart(change: str, to: str) -> None:
    assert order_free(skeleton(SOUND)) != order_free(skeleton(SOUND.replace(change, to)))


def test_a_skeleton_leaves_out_the_words() -> None:
    assert skeleton(SOUND) == skeleton(
        SOUND.replace("Title", "标题")
        .replace("entry; of text", "条目; 文字的")
        .replace("Text with", "文字和")
        .replace("item", "项")
        .replace("{ref}`b`", "{ref}`这里 <b>`")
    )
