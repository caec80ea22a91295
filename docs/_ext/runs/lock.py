"""The lock file: which versions of packages the book uses, with their hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from . import LOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from packaging.markers import Marker

ENTRY = re.compile(r"^(?=\w)", re.MULTILINE)  # hashes and comments of an entry are indented
WANTED_BY = re.compile(r"^ +#(?: via|  ) +(\S+)", re.MULTILINE)


class NotLocked(Exception):  # noqa: N818  (a state, and the name says which)
    """A dependency for which the lock file has no version."""


@dataclass(frozen=True)
class Locked:
    """One entry: a package's `name` in its canonical form, its `version`, and for which Pythons it is, if not for all.

    `text` is the entry as it stands in the file, with its hashes; `wanted_by` has the names of those that need it.
    """

    name: str
    version: str
    marker: Marker | None
    text: str
    wanted_by: frozenset[str]

    def is_for(self, python: str) -> bool:
        """Whether `python` (a version such as 3.14.8) gets this entry on this system."""
        minor = ".".join(python.split(".")[:2])
        return not self.marker or self.marker.evaluate({"python_full_version": python, "python_version": minor})


def locked(dependencies: Iterable[str]) -> tuple[Locked, ...]:
    """The entries of those packages, and of all that they need, in the order of the file.

    A dependency is as in PEP 508, such as `psutil>=7`. Raises NotLocked if the file does not answer it.
    """
    requirements = [requirement_of(dependency) for dependency in dependencies]
    entries = read_lock() if requirements else ()
    for requirement in requirements:
        check_locked(requirement, entries)
    names: set[str] = {canonicalize_name(requirement.name) for requirement in requirements}
    while more := {entry.name for entry in entries if entry.wanted_by & names} - names:
        names |= more
    return tuple(entry for entry in entries if entry.name in names)


def requirement_of(dependency: str) -> Requirement:
    try:
        return Requirement(dependency)
    except InvalidRequirement as error:
        raise NotLocked(f"the dependency '{dependency}' cannot be read: {error}") from None


def check_locked(requirement: Requirement, entries: Iterable[Locked]) -> None:
    """Raises NotLocked unless the versions in the file are such as `requirement` allows."""
    versions = [entry.version for entry in entries if entry.name == canonicalize_name(requirement.name)]
    if requirement.url or not versions:
        how = f"add {requirement.name} to the group 'examples' in pyproject.toml, then make lock"
        raise NotLocked(f"the dependency '{requirement}' is not in {LOCK.name}: {how}")
    for version in versions:
        if not requirement.specifier.contains(version, prereleases=True):
            raise NotLocked(f"the dependency '{requirement}' does not allow {version}, which is in {LOCK.name}")


def read_lock() -> tuple[Locked, ...]:
    """All entries of the lock file."""
    _, *entries = ENTRY.split(LOCK.read_text(encoding="utf-8"))
    return tuple(map(read_entry, entries))


def read_entry(entry: str) -> Locked:
    """One entry: `name==version ; marker`, its hashes, and in comments what needs it."""
    requirement = Requirement(entry.partition("\n")[0].rstrip("\\ "))
    (pin,) = requirement.specifier
    return Locked(
        name=canonicalize_name(requirement.name),
        version=pin.version,
        marker=requirement.marker,
        text="".join(line for line in entry.splitlines(keepends=True) if not line.lstrip().startswith("#")),
        wanted_by=frozenset(map(canonicalize_name, WANTED_BY.findall(entry))),
    )


def pins_for(python: str, entries: Sequence[Locked]) -> list[str]:
    """What `python` gets, such as psutil==7.2.2; the lock file may have other versions for other Pythons."""
    return [f"{entry.name}=={entry.version}" for entry in entries if entry.is_for(python)]
