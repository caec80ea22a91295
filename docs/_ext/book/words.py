"""What the pages say around an example, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence


class Words(TypedDict):
    """Words of one edition; those with `{}` are filled in by `str.format`."""

    all: str
    and_on: str
    claim: str
    differs: str
    does_not_hold: str
    download: str
    exit_code: str
    fails: str
    from_to: str
    holds: str
    kept_on: str
    new_python: str
    no_figures: str
    not_run: str
    note: str
    only_order: str
    order_varies: str
    other_outputs: str
    output: str
    pages_of: str
    query_kinds: dict[str, str]
    repeated: str
    results: str
    right_way: str
    run_columns: tuple[str, ...]
    run_on: str
    same_under: str
    script: str
    search_columns: tuple[str, ...]
    seconds: str
    since: str
    soak_columns: tuple[str, ...]
    stderr: str
    symbols: str
    texts: str
    times: str
    tool_columns: tuple[str, ...]
    under: str
    varies: str


WORDS: dict[str, Words] = {
    "en": {
        "all": "all",
        "and_on": "; ",
        "claim": "Older tutorials say or assume",
        "differs": "marked lines: not under {}",
        "does_not_hold": "does not hold",
        "download": "Download",
        "exit_code": "exit code {}",
        "fails": "fails, as it should: exit code {}",
        "from_to": "{} to {}",
        "holds": "holds",
        "kept_on": "Contract kept on Python",
        "new_python": "This example needs Python {}; this book was built with Python {}, so it was not run here.",
        "no_figures": "Nothing has been counted yet.",
        "not_run": "Python {}, not run by this build",
        "note": "note {}",
        "only_order": " Only the order of the lines differs.",
        "order_varies": "order varies",
        "other_outputs": "{} other outputs",
        "output": "Output",
        "pages_of": "Pages of “{}”",
        "query_kinds": {
            "concept": "Concepts",
            "api": "Names of the library",
            "error": "Pasted error texts",
            "question": "Whole questions",
            "other-language": "In Chinese",
            "typo": "Misspelled",
            "all": "All",
        },
        "repeated": "Run {} times: {} different outputs. The one above is the first.",
        "results": " Apart from the order of the lines, {} different results.",
        "right_way": "The right way",
        "run_columns": ("Python", "Examples", "Runs", "Minutes", "Contracts broken"),
        "run_on": "Run on Python {}.",
        "same_under": "the same under {}",
        "script": "script",
        "search_columns": ("Queries", "Number", "First", "Among five", "Mean of 1/rank"),
        "seconds": "{:.2f} s",
        "since": "; since {}: ",
        "soak_columns": (
            "Python",
            "Date",
            "Runs",
            "Cores busy",
            "Contracts broken",
            "Processes left behind",
            "Shared memory left behind",
            "Unchanged since",
        ),
        "stderr": "Standard error",
        "symbols": "Symbols",
        "texts": "The text depends on the version:",
        "times": "Times",
        "tool_columns": ("Tool", "Version"),
        "under": ", under {}",
        "varies": " (varies)",
    },
    "zh": {
        "all": "合计",
        "and_on": "；",
        "claim": "旧教程的说法或做法",
        "differs": "带标记的行在 {} 下没有",
        "does_not_hold": "不成立",
        "download": "下载",
        "exit_code": "退出码 {}",
        "fails": "按预期失败：退出码 {}",
        "from_to": "{} 到 {}",
        "holds": "成立",
        "kept_on": "守住契约的 Python：",
        "new_python": "这个示例需要 Python {}；本书是用 Python {} 构建的，所以这里没有运行它。",
        "no_figures": "还没有统计数字。",
        "not_run": "Python {}，这次构建没有运行",
        "note": "说明 {}",
        "only_order": "不同的只是各行的先后。",
        "order_varies": "顺序不固定",
        "other_outputs": "另外 {} 种输出",
        "output": "输出",
        "pages_of": "「{}」的各页",
        "query_kinds": {
            "concept": "概念",
            "api": "库里的名称",
            "error": "粘贴的报错",
            "question": "整句的问题",
            "other-language": "用英文",
            "typo": "写错的",
            "all": "合计",
        },
        "repeated": "运行 {} 次，得到 {} 种不同的输出；上面显示的是第一次。",
        "results": "不论各行的先后，有 {} 种不同的结果。",
        "right_way": "正确的做法",
        "run_columns": ("Python", "示例", "运行次数", "分钟", "违反契约"),
        "run_on": "在 Python {} 上运行过。",
        "same_under": "{} 下相同",
        "script": "脚本",
        "search_columns": ("查询", "数目", "第一条就是", "前五条里有", "1/名次的平均"),
        "seconds": "{:.2f} 秒",
        "since": "；自 {} 起：",
        "soak_columns": (
            "Python",
            "日期",
            "运行次数",
            "核的占用",
            "违反契约",
            "留下的进程",
            "留下的共享内存",
            "此后未变的脚本",
        ),
        "stderr": "标准错误",
        "symbols": "符号",
        "texts": "各版本的文字不同：",
        "times": "次数",
        "tool_columns": ("工具", "版本"),
        "under": "，在 {} 下",
        "varies": "（会变）",
    },
}


def and_of(names: Sequence[str], edition: str) -> str:
    """`spawn and fork`, `spawn 和 fork`; two names at most."""
    return {"en": " and ", "zh": " 和 "}[edition].join(names)
