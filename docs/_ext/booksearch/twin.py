"""What the other edition calls each section, read from its sources: the two editions are built at the same time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A label on a line of its own and the heading below it, with the index entries that may follow.
HEADING = re.compile(
    r"^\((?P<label>[a-z0-9-]+)\)=\n+#+ +(?P<title>.+)$(?:\n+```\{index\}\n(?P<index>(?:.+\n)*?)```$)?", re.MULTILINE
)
# A label inside of one, such as an example of how to write a page, is no label.
FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?!\{index\}).*?^(?P=fence)$", re.DOTALL | re.MULTILINE)
ENTRY = re.compile(r"(?P<kind>single|pair|see|seealso): *(?P<parts>.+)")
INLINE = MarkdownIt()


def twin_names(folder: Path) -> dict[str, list[str]]:
    """By label, the title and the index entries of each section of the edition in `folder`."""
    found: dict[str, list[str]] = {}
    for page in sorted(folder.rglob("*.md")):
        for heading in HEADING.finditer(FENCE.sub("", page.read_text(encoding="utf-8"))):
            found[heading["label"]] = [plain(heading["title"]), *entries(heading["index"] or "")]
    return found


def plain(title: str) -> str:
    """A heading without its markup."""
    (inline,) = INLINE.parseInline(title)
    return "".join(token.content for token in inline.children or ())


def entries(lines: str) -> Iterator[str]:
    """As `index_names` of `units` gives them."""
    for line in lines.splitlines():
        if match := ENTRY.match(line.strip()):
            parts = [part.strip() for part in match["parts"].split(";")]
            yield parts[0] if match["kind"].startswith("see") else " ".join(parts)
