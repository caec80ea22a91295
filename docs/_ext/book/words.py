"""What the pages say around an example, in both languages."""

from __future__ import annotations

from typing import TypedDict


class Words(TypedDict):
    """Words of one edition; those with `{}` are filled in by `str.format`."""

    download: str
    exit_code: str
    fails: str
    new_python: str
    note: str
    order_varies: str
    other_outputs: str
    output: str
    repeated: str
    seconds: str
    stderr: str
    times: str


WORDS: dict[str, Words] = {
    "en": {
        "download": "Download",
        "exit_code": "exit code {}",
        "fails": "fails, as it should: exit code {}",
        "new_python": "This example needs Python {}; this book was built with Python {}, so it was not run here.",
        "note": "note {}",
        "order_varies": "order varies",
        "other_outputs": "{} other outputs",
        "output": "Output",
        "repeated": "Run {} times: {} different outputs. The one above is the first.",
        "seconds": "{:.2f} s",
        "stderr": "Standard error",
        "times": "Times",
    },
    "zh": {
        "download": "下载",
        "exit_code": "退出码 {}",
        "fails": "按预期失败：退出码 {}",
        "new_python": "这个示例需要 Python {}；本书是用 Python {} 构建的，所以这里没有运行它。",
        "note": "说明 {}",
        "order_varies": "顺序不固定",
        "other_outputs": "另外 {} 种输出",
        "output": "输出",
        "repeated": "运行 {} 次，得到 {} 种不同的输出；上面显示的是第一次。",
        "seconds": "{:.2f} 秒",
        "stderr": "标准错误",
        "times": "次数",
    },
}
