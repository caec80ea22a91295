"""What has to be made when files have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EVERYTHING = "html"
EDITIONS = ("en", "zh")


def targets_of(changed: Iterable[Path], root: Path) -> list[str]:
    """The targets of make: the editions whose pages have changed, or all if something else has."""
    found = {target_of(file.relative_to(root)) for file in changed if file.is_relative_to(root)}
    return [EVERYTHING] if EVERYTHING in found else sorted(found)


def target_of(file: Path) -> str:
    folders = file.parts[:2]
    return folders[1] if len(folders) == 2 and folders[0] == "docs" and folders[1] in EDITIONS else EVERYTHING
