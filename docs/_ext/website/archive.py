"""A folder as a ZIP archive whose bytes depend on the files' names and contents only.

`python -m website.archive FOLDER FILE` packs a folder.
"""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MODE = 0o100644 << 16


def files_of(folder: Path) -> list[Path]:
    """All files below a folder, sorted, but hidden and compiled ones."""
    names = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return sorted(folder / name for name in names if not any(map(is_left_out, name.parts)))


def is_left_out(part: str) -> bool:
    return part.startswith(".") or part == "__pycache__"


def write_archive(file: Path, members: Iterable[tuple[str, Path]]) -> None:
    """Writes `file`, unless it is there already; `members` are names in the archive, and the files they stand for."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, member in members:
            about = zipfile.ZipInfo(name)  # of 1980, whenever the file was written
            about.compress_type, about.external_attr, about.create_system = zipfile.ZIP_DEFLATED, MODE, 3
            archive.writestr(about, member.read_bytes())
    if not file.exists() or file.read_bytes() != packed.getvalue():
        file.write_bytes(packed.getvalue())


def members_of(folder: Path, top: str) -> list[tuple[str, Path]]:
    """What is in a folder, below `top` in the archive."""
    return [(f"{top}/{file.relative_to(folder).as_posix()}", file) for file in files_of(folder)]


def main(arguments: Sequence[str]) -> int:
    folder, file = map(Path, arguments)
    members = members_of(folder, file.stem)
    if not members:
        print(f"{folder} has no files: build the site first, by `make html`", file=sys.stderr)
        return 1
    write_archive(file, members)
    print(f"{file}: {len(members)} files, {file.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
