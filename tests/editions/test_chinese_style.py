"""What a program can see of writing Chinese well: punctuation, spaces, mainland terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from book import twins
from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(twins.find_pages("zh"))
HAN = "\u4e00-\u9fff"
FENCE = re.compile(r"^(`{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(\{[\w:]+\})?(`+)[^`]+\2")
RULES = {
    "half-width punctuation after a Chinese character": re.compile(rf"[{HAN}][,;:?!](?!//)|[{HAN}]\.(?=[{HAN}\s]|$)"),
    "half-width parenthesis beside a Chinese character": re.compile(rf"[{HAN}]\(|\([{HAN}]"),
    "no space between Chinese and a Latin letter or digit": re.compile(rf"[{HAN}][A-Za-z0-9`]|[A-Za-z0-9`%][{HAN}]"),
    "a space beside full-width punctuation": re.compile(
        r"[，。：；？！（）「」、][ ]+\S|\S[ ]+[，。：；？！）」、（「]"
    ),
    "a term that is not used on the mainland": re.compile(r"程式|執行緒|线程池子|行程|記憶體|佇列|缺省|信息队列"),
    "a filler": re.compile("众所周知|显而易见|不言而喻"),
}


def prose(text: str) -> str:
    """A page's text without its code; what is inline code becomes a word in backticks."""
    text = FENCE.sub("", text.split("---\n", 2)[-1])
    text = re.sub(r"^(:::.*|\([\w-]+\)=|:[\w-]+: .*)$", "", text, flags=re.MULTILINE)
    return INLINE.sub("`x`", text)


def faults(text: str) -> list[str]:
    found = []
    for line in prose(text).splitlines():
        for cell in line.replace("*", "").split("|"):
            plain = re.sub(r"^\s*([-#]+|\d+\.) ", "", cell).strip()
            found += [f"{name}: {line}" for name, rule in RULES.items() if rule.search(plain)]
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT / "docs/zh")))
def test_a_page_is_written_as_the_house_writes(page: Path) -> None:
    found = faults(page.read_text(encoding="utf-8"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "使用fork启动",
        "使用 `fork`启动",
        "结束了, 然后",
        "结束了.",
        "函数(见下)",
        "结束了， 然后",
        "返回 （见下）",
        "這個行程",
    ],
)
def test_a_fault_is_found(line: str) -> None:
    assert faults(f"---\n---\n{line}\n")


@pytest.mark.parametrize(
    "line", ["使用 `fork` 启动 5 个进程（见下）。", "- **第一**：`join()` 返回。", "1. 到 3.13 为止。"]
)
def test_a_sound_line_has_no_fault(line: str) -> None:
    assert not faults(f"---\n---\n{line}\n")
