"""Where the site is, and where its sources are, from the environment of the build."""

from __future__ import annotations

import pytest

from website.address import edition_url, site_url
from website.errors import SettingError
from website.repository import edit_root


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("", ""),
        ("https://example.org/book/", "https://example.org/book/"),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_the_address_ends_with_a_slash(given: str, url: str) -> None:
    assert site_url({"BOOK_URL": given}) == url
    assert edition_url({"BOOK_URL": given}, "zh") == (url and f"{url}zh/")


@pytest.mark.parametrize(
    "given", ["example.org/book", "/book/", "ftp://example.org/", "https:///book/", "https://example.org/?q"]
)
def test_what_cannot_be_the_beginning_of_an_address_is_told(given: str) -> None:
    with pytest.raises(SettingError, match=r"BOOK_URL is .*: give the whole address"):
        site_url({"BOOK_URL": given})


def test_read_the_docs_knows_the_address_of_the_edition() -> None:
    canonical = "https://book.example/zh-cn/stable/"
    assert edition_url({"READTHEDOCS_CANONICAL_URL": canonical, "BOOK_URL": "https://example.org/"}, "zh") == canonical


@pytest.mark.parametrize(
    ("environment", "root"),
    [
        ({}, ""),
        ({"BOOK_REPOSITORY": "https://github.com/o/r.git"}, "https://github.com/o/r/edit/main/"),
        ({"BOOK_REPOSITORY": "git@gitlab.com:group/sub/r.git"}, "https://gitlab.com/group/sub/r/-/edit/main/"),
        ({"BOOK_REPOSITORY": "ssh://git@codeberg.org/o/r"}, "https://codeberg.org/o/r/_edit/main/"),
        ({"BOOK_REPOSITORY": "https://user:secret@github.com/o/r"}, "https://github.com/o/r/edit/main/"),
        (
            {
                "GITHUB_SERVER_URL": "https://github.com",
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_REF_TYPE": "branch",
                "GITHUB_REF_NAME": "dev",
            },
            "https://github.com/o/r/edit/dev/",
        ),
        (
            {
                "GITHUB_SERVER_URL": "https://github.com",
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_REF_TYPE": "branch",
                "GITHUB_REF_NAME": "7/merge",
            },
            "https://github.com/o/r/edit/main/",
        ),
        (
            {
                "READTHEDOCS_GIT_CLONE_URL": "https://github.com/o/r.git",
                "READTHEDOCS_VERSION_TYPE": "branch",
                "READTHEDOCS_GIT_IDENTIFIER": "v2",
            },
            "https://github.com/o/r/edit/v2/",
        ),
        (
            {
                "READTHEDOCS_GIT_CLONE_URL": "https://github.com/o/r.git",
                "READTHEDOCS_VERSION_TYPE": "tag",
                "READTHEDOCS_GIT_IDENTIFIER": "1.0",
            },
            "https://github.com/o/r/edit/main/",
        ),
    ],
)
def test_where_a_file_is_edited(environment: dict[str, str], root: str) -> None:
    assert edit_root(environment) == root


def test_what_is_no_repository_is_told() -> None:
    with pytest.raises(SettingError, match="BOOK_REPOSITORY is 'o/r': give an address such as"):
        edit_root({"BOOK_REPOSITORY": "o/r"})
