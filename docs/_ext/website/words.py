"""What the pages say about themselves, in both languages."""

from __future__ import annotations

from typing import TypedDict


class Words(TypedDict):
    """Words of one edition; those with `{}` are filled in by `str.format`."""

    about: str
    breadcrumb: str
    changes: str
    date: str
    edit: str
    examples: str
    figure: str
    full: str
    locale: str
    not_found: str
    revised: str
    start: str
    title_separator: str


WORDS: dict[str, Words] = {
    "en": {
        "about": "Complete scripts, each with what it really printed",
        "breadcrumb": "Where this page stands",
        "changes": "Changes",
        "date": "{0:%Y-%m-%d}",
        "edit": "Edit this page",
        "examples": "Examples (ZIP)",
        "figure": "Figure: {}",
        "full": "The whole book as one file",
        "locale": "en_US",
        "not_found": "There is no such page",
        "revised": "Last revised {}",
        "start": "The start",
        "title_separator": ": ",
    },
    "zh": {
        "about": "完整的脚本，附上真正运行时的输出",
        "breadcrumb": "本页的位置",
        "changes": "更新",
        "date": "{0.year} 年 {0.month} 月 {0.day} 日",
        "edit": "编辑此页",
        "examples": "全部示例（ZIP）",
        "figure": "图：{}",
        "full": "全书，一个文件",
        "locale": "zh_CN",
        "not_found": "没有这个页面",
        "revised": "最近修订：{}",
        "start": "开始",
        "title_separator": "：",
    },
}
