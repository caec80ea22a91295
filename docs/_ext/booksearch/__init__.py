"""Search in sections, both languages, from a server and from disk: what can be found, and the files that hold it.

A page's units are kept beside its doctree when the page is read, in whatever process that is; when all pages have been
read, the main process puts them together. So a build with many processes finds the same as one with a single one, and
a build that reads one page again need not look into the others.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sphinx.util import logging

from book.twins import OTHER

from . import files, pages
from .asked import read_asked
from .terms import read_glossary, read_terms
from .twin import twin_names
from .units import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

    from .terms import Problem

logger = logging.getLogger(__name__)
Read = TypeVar("Read")


def kept_units(app: Sphinx, docname: str) -> Path:
    return Path(app.doctreedir, f"{docname}.units.json")


def keep_units(app: Sphinx, document: nodes.document) -> None:
    """Runs when a page has been read, in the process that has read it."""
    edition = app.config.book_edition
    units = [asdict(unit) for unit in units_of(document, edition, OTHER[edition])]
    file = kept_units(app, app.env.docname)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(units, ensure_ascii=False), encoding="utf-8")


def in_order(env: BuildEnvironment, docname: str) -> list[str]:
    """The pages below and including `docname` in the order of the tables of contents, each once."""
    found: list[str] = []
    waiting = [docname]
    while waiting:
        page = waiting.pop()
        if page not in found:
            found.append(page)
            waiting += reversed(pages_below(env, page))
    return found


def pages_below(env: BuildEnvironment, docname: str) -> list[str]:
    return env.toctree_includes.get(docname, [])


def write_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Runs in the main process when all pages have been read, whether any was read in this build or not."""
    if app.builder.name not in pages.BUILDERS:  # an e-book has a search of its own
        return
    found = pages_of(app, env)
    edition, docs = app.config.book_edition, Path(app.srcdir).parent
    groups = read_file(docs / "terms.tsv", read_glossary) + read_file(docs / "search-terms.tsv", read_terms)
    labels = {unit.label for page in found for unit in page.units}
    asked = read_file(docs / "search-asked.tsv", lambda file: read_asked(file, labels))
    static = Path(app.outdir, "_static")
    files.write(static / files.TITLES, "titles", files.titles(found, groups, edition))
    files.write(static / files.TEXT, "text", files.text(found, twin_names(docs / OTHER[edition]), asked))


def pages_of(app: Sphinx, env: BuildEnvironment) -> list[files.Page]:
    """All pages in the order of the book, those that stand in no table of contents last."""
    root = app.config.root_doc
    linked = [name for name in in_order(env, root) if name in env.found_docs]
    every = dict.fromkeys([*linked, *sorted(env.found_docs)])
    names = [name for name in every if "nosearch" not in env.metadata[name]]
    chapters = {page: number for number, name in enumerate(names) if name != root for page in pages_below(env, name)}
    return [page_of(app, name, chapters.get(name, -1)) for name in names]


def read_file(file: Path, read: Callable[[Path], tuple[Read, list[Problem]]]) -> Read:
    """What is in a file of words. Each line that cannot be read is told, at every build until it is mended."""
    found, problems = read(file)
    for problem in problems:
        location = f"{file.parent.name}/{file.name}:{problem.line}"
        logger.warning("%s", problem.text, location=location, type="search")
    return found


def page_of(app: Sphinx, docname: str, chapter: int) -> files.Page:
    units = json.loads(kept_units(app, docname).read_text(encoding="utf-8"))
    return files.Page(app.builder.get_target_uri(docname), [Unit(**unit) for unit in units], chapter)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("doctree-read", keep_units)
    app.connect("env-updated", write_files)
    app.connect("builder-inited", pages.turn_off_stock_search)
    app.connect("html-collect-pages", pages.add_search_page)
    app.connect("html-page-context", pages.add_context)
    app.connect("build-finished", pages.write_opensearch)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
