"""What a script needs is looked up in the lock file: the versions for each Python, with their hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runs.lock import NotLocked, locked, pins_for

if TYPE_CHECKING:
    from pathlib import Path

LOCK = """\
direct==2.5 ; python_full_version < '3.15' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via
    #   the-book (pyproject.toml:dev)
    #   other
direct==3.0 ; python_full_version >= '3.15' \\
    --hash=sha256:cc
    # via
    #   the-book (pyproject.toml:dev)
    #   other
below==0.1 \\
    --hash=sha256:dd
    # via direct
for-old==6 ; python_version < '3.12' \\
    --hash=sha256:11
    # via the-book (pyproject.toml:dev)
of-others==7 \\
    --hash=sha256:ee
    # via other
other==1.0 \\
    --hash=sha256:ff
    # via the-book (pyproject.toml:dev)
with-name==4 \\
    --hash=sha256:00
    # via
    #   below
    #   with-name
"""


@pytest.fixture(autouse=True)
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lock file as `make lock` writes it."""
    file = tmp_path / "locked.txt"
    file.write_text(LOCK, encoding="utf-8")
    monkeypatch.setattr("runs.lock.LOCK", file)
    return file


@pytest.mark.parametrize(
    ("dependency", "pins"),
    [
        ("direct", ["direct==2.5", "below==0.1", "with-name==4"]),
        ("below", ["below==0.1", "with-name==4"]),
        ("of-others>=2", ["of-others==7"]),
        ("other", ["direct==2.5", "below==0.1", "of-others==7", "other==1.0", "with-name==4"]),
        ("With_Name[extra] ; python_version > '3'", ["with-name==4"]),
    ],
)
def test_a_package_comes_with_all_that_it_needs_and_no_more(dependency: str, pins: list[str]) -> None:
    assert pins_for("3.14.2", locked([dependency])) == pins


def test_each_python_gets_the_version_for_it() -> None:
    entries = locked(["direct"])
    for python, pin in (("3.11.7", "2.5"), ("3.14.8", "2.5"), ("3.15.0", "3.0"), ("3.16.0a1+", "3.0")):
        assert pins_for(python, entries)[0] == f"direct=={pin}"
    assert [pins_for(python, locked(["for-old"])) for python in ("3.11.7", "3.12.0")] == [["for-old==6"], []]


def test_several_packages_are_looked_up_together() -> None:
    assert pins_for("3.15.0", locked(["of-others", "with-name"])) == ["of-others==7", "with-name==4"]


def test_an_entry_is_kept_with_its_marker_and_its_hashes() -> None:
    first = "direct==2.5 ; python_full_version < '3.15' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
    assert locked(["direct"])[0].text == first


def test_without_dependencies_the_file_is_not_read(lock: Path) -> None:
    lock.unlink()
    assert locked([]) == ()


@pytest.mark.parametrize(
    ("dependency", "told"),
    [
        ("dire", "is not in locked.txt: add dire to the group 'examples' in pyproject.toml, then make lock"),
        ("direct @ https://example.invalid/direct.whl", "is not in locked.txt"),
        ("direct>=3", "does not allow 2.5, which is in locked.txt"),
        ("direct<3", "does not allow 3.0, which is in locked.txt"),
        ("direct >> 3", "cannot be read: "),
    ],
)
def test_what_the_file_does_not_answer_is_an_error(dependency: str, told: str) -> None:
    with pytest.raises(NotLocked) as caught:
        locked(["other", dependency])
    assert f"the dependency '{dependency}' " in str(caught.value)
    assert told in str(caught.value)


def test_the_lock_file_of_the_book_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert [pin.partition("==")[0] for pin in pins_for("3.15.0", locked(["psutil"]))] == ["psutil"]
    assert {"sphinx", "markupsafe"} <= {entry.name for entry in locked(["sphinx-design"])}
