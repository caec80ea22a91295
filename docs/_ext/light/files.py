"""Files by what is in them: names that say it, and folders that are brought up to date."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from . import LightError

if TYPE_CHECKING:
    from collections.abc import Mapping

STAMP = ".light"  # in the folder that was read: from what it was made, and what became of it
MARK = ".buildinfo"  # Sphinx writes it into each folder of pages, and so it is in each of ours


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def digest_of(folder: Path, pattern: str = "*") -> str:
    """Of all names and contents of files in a folder."""
    content = hashlib.sha256()
    for file in sorted(folder.rglob(pattern)):
        if file.is_file() and file.name != STAMP:
            content.update(f"\n{file.relative_to(folder).as_posix()}\n".encode())
            content.update(file.read_bytes())
    return content.hexdigest()


def named(path: str, content: bytes) -> str:
    """`_static/book.css` becomes `_static/book.0123456789.css`."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{digest(content)}{place.suffix}"))


def bring_up_to_date(folder: Path, wanted: Mapping[str, bytes | Path]) -> int:
    """Makes the folder hold just these files, given as their bytes or as a file to copy; returns how many it wrote."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise LightError(f"{folder}: holds files that were not made here; name another folder, or empty it first")
    there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    for path in there.keys() - wanted.keys():
        there[path].unlink()
    written = sum(write(folder / path, content) for path, content in wanted.items())
    for place in sorted((place for place in folder.rglob("*") if place.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()
    return written


def write(file: Path, content: bytes | Path) -> bool:
    """Writes only what differs, so that a file that did not change keeps its date."""
    if isinstance(content, Path):
        content = content.read_bytes()
    if file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True
