"""At the foot of a page: when it was last revised, and a link to edit it; above its title: where it stands."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .history import revisions
from .repository import edit_root
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def read_history(app: Sphinx) -> None:
    """Before the processes that write are forked off, so that they have it too."""
    if app.builder.name == "html":
        app.config.website_history = revisions(Path(app.srcdir))


def revised(env: BuildEnvironment, docname: str) -> datetime | None:
    """When a page was last changed; None if that is not known."""
    history: dict[str, datetime] = env.config.website_history
    return history.get(env.doc2path(docname, base=False).as_posix())


def kept_dates(app: Sphinx) -> Path:
    return Path(app.doctreedir, "revised.json")


def dates_of(env: BuildEnvironment) -> dict[str, str]:
    dates = {name: revised(env, name) for name in sorted(env.found_docs)}
    return {name: date.isoformat() for name, date in dates.items() if date}


def with_another_date(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Pages that were written with another date than they have now: a commit does not change a page's source."""
    file = kept_dates(app)
    if app.builder.name != "html" or not file.exists():
        return []
    shown, now = json.loads(file.read_text(encoding="utf-8")), dates_of(env)
    return [name for name in sorted(env.found_docs) if shown.get(name) != now.get(name)]


def keep_dates(app: Sphinx, exception: Exception | None) -> None:
    if app.builder.name == "html" and exception is None:
        kept_dates(app).write_text(json.dumps(dates_of(app.env), indent=0), encoding="utf-8")


def add_facts(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """For page-facts.html and breadcrumbs.html."""
    words = WORDS[app.config.book_edition]
    context["breadcrumb_label"] = words["breadcrumb"]
    if app.builder.name != "html" or pagename not in app.env.found_docs:
        return
    if date := revised(app.env, pagename):
        shown = f'<time datetime="{date:%Y-%m-%d}">{words["date"].format(date)}</time>'
        context["revised"] = words["revised"].format(shown)
    if root := app.config.website_edit:
        path = app.env.doc2path(pagename).relative_to(Path(app.srcdir).parents[1]).as_posix()
        context["edit_url"], context["edit_text"] = root + path, words["edit"]


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("website_history", {}, "", types=(dict,))
    app.add_config_value("website_edit", edit_root(os.environ), "html", types=(str,))
    app.connect("builder-inited", read_history)
    app.connect("env-updated", with_another_date)
    app.connect("html-page-context", add_facts)
    app.connect("build-finished", keep_dates)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
