"""Dates of pages: from git, and none where git does not know; a commit has its pages written again, and no others."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from website.history import revisions

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from .conftest import SmallSite

FIRST, SECOND = "2026-01-01T12:00:00Z", "2026-11-25T08:00:00+08:00"


def test_the_last_commit_that_touched_a_file_counts(small: SmallSite) -> None:
    small.write("b/名字", "# x\n")
    small.commit(FIRST)
    small.page("Changed.")
    small.commit(SECOND)
    found = revisions(small.folder / "docs" / "en")
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    pages = ("index.md", "a/index.md", "b/index.md", "a/other.md", "b/名字.md")
    assert found == {**dict.fromkeys(pages, first), "b/page.md": datetime(2026, 11, 25, 0, tzinfo=UTC)}


def test_what_the_oldest_commit_of_a_shallow_clone_has_is_not_known(small: SmallSite) -> None:
    small.commit(FIRST)
    small.page("Changed.")
    small.commit(SECOND)
    small.page("Changed too.", "a/other")
    small.commit(SECOND)
    shallow = small.folder / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=2", f"file://{small.folder}", str(shallow)], check=True)
    assert list(revisions(shallow / "docs" / "en")) == ["a/other.md"]


def test_without_a_history_there_are_no_dates(small: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.folder.parent))
    assert revisions(small.folder / "docs" / "en") == {}
    small.git("init", "-q")
    assert revisions(small.folder / "docs" / "en") == {}
    small.commit(FIRST)
    assert revisions(small.folder / "docs" / "en")
    monkeypatch.setenv("PATH", str(small.folder))
    assert revisions(small.folder / "docs" / "en") == {}


def facts(small: SmallSite, edition: str, *options: str) -> str:
    """What stands at the foot of the page; the theme of these tests shows it by a template of their own."""
    shown = '{% extends "!layout.html" %}{% block footer %}{% include "page-facts.html" %}{% endblock %}'
    (small.folder / "templates").mkdir(exist_ok=True)
    (small.folder / "templates" / "page.html").write_text(shown.replace("!layout", "layout"), encoding="utf-8")
    conf = small.folder / "conf.py"
    text = conf.read_text(encoding="utf-8")
    if "templates'" not in text.splitlines()[-1]:
        conf.write_text(f"{text}\ntemplates_path += ['templates']\n", encoding="utf-8")
    foot = small.built(edition, *options).html().select_one("p.page-facts")
    return str(foot) if foot else ""


def test_a_page_tells_when_it_was_revised_and_where_to_edit_it(small: SmallSite) -> None:
    small.commit(SECOND)
    edit = "https://github.com/o/r/edit/main/"
    en, zh = facts(small, "en", "-D", f"website_edit={edit}"), facts(small, "zh", "-D", f"website_edit={edit}")
    assert 'Last revised <time datetime="2026-11-25">2026-11-25</time>' in en
    assert '最近修订：<time datetime="2026-11-25">2026 年 11 月 25 日</time>' in zh
    assert f'<a href="{edit}docs/en/b/page.md">Edit this page</a>' in en
    assert f'<a href="{edit}docs/zh/b/page.md">编辑此页</a>' in zh


def test_without_history_and_repository_a_page_says_nothing(small: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.folder.parent))
    assert facts(small, "en", "-D", "website_edit=") == ""


def test_a_commit_has_its_pages_written_again_and_no_others(small: SmallSite) -> None:
    small.commit(FIRST)
    small.page("Changed.")
    assert "2026-01-01" in facts(small, "en")
    small.commit(SECOND)
    assert "2026-11-25" in facts(small, "en")
    assert small.built().written() == set()
    small.page("Changed.\n", "a/other")
    small.built()
    small.commit(SECOND)
    assert small.built().written() == {"a/other", "a/index"}  # Sphinx writes what has it in its table of contents too


def test_a_date_is_that_of_the_file_also_in_a_folder_of_its_own(tmp_path: Path, small: SmallSite) -> None:
    """As on a server that builds a checkout: the book need not be the root of the work tree."""
    (tmp_path / "below").mkdir()
    (tmp_path / "docs").rename(tmp_path / "below" / "docs")
    small.git("init", "-q")
    small.git("add", "below")
    small.git("commit", "-q", "-m", "x", date=FIRST)
    assert "b/page.md" in revisions(tmp_path / "below" / "docs" / "en")
