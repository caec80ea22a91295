"""The two editions: a switch on every page to its twin, and an error for a page that has none.

A page's front matter keeps, as `twin`, the digest of the twin that it was last revised against. A changed page so
turns its twin red (in the tests) until somebody has looked at that, and says so with `python -m book.twins NAME`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

OTHER = {"zh": "en", "en": "zh"}
TAGS = {"zh": "zh-CN", "en": "en"}  # as HTML's `lang` and `hreflang` want them
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
STAMP = re.compile(r'^twin: *"?(\w*)"?$', re.MULTILINE)


def twin_of(page: Path) -> Path:
    """The same page of the other edition: `.../zh/process/hello.md` for `.../en/process/hello.md`."""
    parts = list(page.parts)
    place = max(index for index, part in enumerate(parts) if part in OTHER)
    parts[place] = OTHER[parts[place]]
    return Path(*parts)


def digest_of(page: Path) -> str:
    """What a page says, without its front matter, in 12 hexadecimal digits."""
    text = FRONT_MATTER.sub("", page.read_text(encoding="utf-8"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def stamp_of(page: Path) -> str:
    """The digest of the twin that this page was last revised against; empty if it says none."""
    front = FRONT_MATTER.match(page.read_text(encoding="utf-8"))
    stamp = STAMP.search(front[0]) if front else None
    return stamp[1] if stamp else ""


def stamp(page: Path) -> None:
    """Writes into `page` that it was revised against its twin as that is now."""
    text = page.read_text(encoding="utf-8")
    line = f'twin: "{digest_of(twin_of(page))}"'  # quoted: it may be digits only
    front = FRONT_MATTER.match(text)
    if front is None:
        text = f"---\n{line}\n---\n{text}"
    elif STAMP.search(front[0]):
        text = STAMP.sub(line, front[0]) + text[front.end() :]
    else:
        text = f"---\n{line}\n{text.removeprefix('---' + chr(10))}"
    page.write_text(text, encoding="utf-8")


def find_pages(edition: str) -> Iterator[Path]:
    """All pages of one edition, sorted."""
    yield from sorted((ROOT / "docs" / edition).rglob("*.md"))


def main(names: Sequence[str]) -> int:
    """Stamps the pages with one of `names` in their path, in both editions, and prints which."""
    for page in (page for edition in OTHER for page in find_pages(edition)):
        if any(name in str(page.relative_to(ROOT)) for name in names) and stamp_of(page) != digest_of(twin_of(page)):
            stamp(page)
            print(page.relative_to(ROOT))
    return 0


def report_missing(app: Sphinx, env: BuildEnvironment) -> None:
    """A page whose twin is missing is an error on the page that is there, and on nothing else."""
    twin_root = Path(app.srcdir).parent / OTHER[app.config.book_edition]
    pages = {Path(env.doc2path(name)).relative_to(app.srcdir) for name in env.found_docs}
    for page in sorted(pages):
        if not (twin_root / page).exists():
            edition = twin_root.name
            text = "this page has no twin: write docs/%s/%s"
            logger.warning(text, edition, page.as_posix(), location=(page.with_suffix("").as_posix(), 1), type="book")
    for page in sorted(twin.relative_to(twin_root) for twin in twin_root.rglob("*.md")):
        if page not in pages:
            here, there = app.config.book_edition, twin_root.name
            text = "this page has no twin: write docs/%s/%s"
            logger.warning(text, here, page.as_posix(), location=f"docs/{there}/{page.as_posix()}:1", type="book")


def add_switch(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """What the templates need to lead to the twin, and to tell search engines of it."""
    if app.builder.name == "epub":  # each edition is a file of its own
        return
    uri = app.builder.get_target_uri(pagename)
    root = context["content_root"]
    context["twin_tag"] = TAGS[OTHER[app.config.book_edition]]
    context["own_tag"] = TAGS[app.config.book_edition]
    context["twin_url"] = f"{root}{app.config.book_twin_root}{uri}"
    context["own_url"] = f"{root}{uri}"
    context["book_edition"] = app.config.book_edition


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("book_twin_root", "", "html", types=(str,))
    app.connect("env-updated", report_missing)  # at every build, also if no page was read
    app.connect("html-page-context", add_switch)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
