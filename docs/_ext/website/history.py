"""When each page was last changed, from git: one process for all pages."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COMMIT = "\x01"  # begins the line of a commit, as no file's name does
# Whatever the user's own settings are: names as they are, and no renames, so that a moved page is a changed one.
SETTINGS = ("-c", "core.quotePath=false", "-c", "log.showSignature=false")
LOG = ("log", f"--format={COMMIT}%ct %D", "--decorate=short", "--name-only", "--no-renames", "--relative", "--", ".")


def revisions(folder: Path) -> dict[str, datetime]:
    """By path, seen from `folder`, the time of the last commit that touched the file.

    Empty without git and outside of a work tree. A file that only the oldest commit of a shallow clone has is left out:
    when it was changed is not known there.
    """
    try:
        log = subprocess.run(
            ["git", *SETTINGS, *LOG], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return {}
    return last_changes(log.stdout.splitlines()) if log.returncode == 0 else {}


def last_changes(log: Iterable[str]) -> dict[str, datetime]:
    """From the lines of git's log, newest first."""
    found: dict[str, datetime | None] = {}
    time: datetime | None = None
    for line in log:
        if line.startswith(COMMIT):
            seconds, _, names = line.removeprefix(COMMIT).partition(" ")
            is_boundary = "grafted" in names.split(", ")
            time = None if is_boundary else datetime.fromtimestamp(int(seconds), UTC)
        elif line:
            found.setdefault(line, time)
    return {name: time for name, time in found.items() if time is not None}
