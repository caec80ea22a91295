"""Where a page can be edited. The project does not know its repository: whoever builds it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .errors import SettingError

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDRESS = re.compile(
    r"(?:https?://(?:[^@/]+@)?|ssh://git@|git@)(?P<host>[^/:]+(?::\d+)?)[:/](?P<path>[^?#]+?)(?:\.git)?/?"
)
# How the page that edits a file is addressed, by a part of the host's name; others do as GitHub does.
EDITORS = {"gitlab": "/-/edit/", "codeberg": "/_edit/", "gitea": "/_edit/", "forgejo": "/_edit/"}


def repository_of(environ: Mapping[str, str]) -> str:
    """The address of the repository for a browser, without a slash at its end; empty if it is not known.

    Raises SettingError for an address that is none of a repository.
    """
    for name in ("BOOK_REPOSITORY", "READTHEDOCS_GIT_CLONE_URL"):
        if url := environ.get(name, ""):
            match = ADDRESS.fullmatch(url)
            if match is None:
                raise SettingError(f"{name} is '{url}': give an address such as https://github.com/owner/name")
            return f"https://{match['host']}/{match['path']}"
    if environ.get("GITHUB_SERVER_URL") and environ.get("GITHUB_REPOSITORY"):
        return f"{environ['GITHUB_SERVER_URL']}/{environ['GITHUB_REPOSITORY']}"
    return ""


def branch_of(environ: Mapping[str, str]) -> str:
    """The branch that is being built; where a tag or a proposal is, the one that changes go to."""
    if environ.get("READTHEDOCS_VERSION_TYPE") == "branch":
        return environ.get("READTHEDOCS_GIT_IDENTIFIER", "main")
    if environ.get("GITHUB_REF_TYPE") == "branch" and not environ.get("GITHUB_REF_NAME", "").endswith("/merge"):
        return environ.get("GITHUB_REF_NAME", "main")
    return "main"


def edit_root(environ: Mapping[str, str]) -> str:
    """What the path of a file in the repository is put behind to get the page that edits it; empty if there is none."""
    repository = repository_of(environ)
    if not repository:
        return ""
    host = repository.split("/")[2]
    editor = next((path for name, path in EDITORS.items() if name in host), "/edit/")
    return f"{repository}{editor}{branch_of(environ)}/"
