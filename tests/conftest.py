"""What the tests share."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error, sync_playwright

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

HOW_TO_GET_CHROMIUM = "there is no Chromium: apt install chromium, or .venv/bin/python -m playwright install chromium"


@pytest.fixture(scope="session")
def make() -> Callable[..., None]:
    """Calls make with its arguments, as a reader would; it must succeed without a warning."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "READTHEDOCS"))}

    def call(*arguments: str) -> None:
        made = subprocess.run(
            ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert made.returncode == 0, made.stdout + made.stderr
        assert "WARNING" not in made.stderr

    return call


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's, else Playwright's own."""
    with sync_playwright() as playwright:
        try:
            options: dict[str, Any] = {"executable_path": shutil.which("chromium"), "args": ["--disable-gpu"]}
            launched = playwright.chromium.launch(chromium_sandbox=False, **options)
        except Error as error:
            if "Executable doesn't exist" not in error.message or "CI" in os.environ:
                pytest.fail(f"{HOW_TO_GET_CHROMIUM}\n{error.message}")
            pytest.skip(HOW_TO_GET_CHROMIUM)
        yield launched
        launched.close()


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[..., str]:
    """Makes an executable that says to be a Python of another version, and runs scripts by this one."""

    def make(version: str, path: str = "") -> str:
        file = tmp_path / (path or f"python-{version}")
        file.parent.mkdir(parents=True, exist_ok=True)
        says = f'[ "$1" = -I ] && {{ echo {version}; echo /lib; exit; }}'
        file.write_text(f'#!/bin/sh\n{says}\nexec "{sys.executable}" "$@"\n')
        file.chmod(0o755)
        return str(file)

    return make


@dataclass
class Packages:
    """Packages of a test's own, and a lock file that pins them; uv finds these and no others."""

    folder: Path
    lock: Path
    environments: Path
    entries: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, source: str = "", version: str = "1.0", *, wanted_by: str = "", needs: str = "") -> None:
        """Makes a wheel with one module, and writes it into the lock file in place of an older version."""
        wheel = self.folder / f"{name}-{version}-py3-none-any.whl"
        about = f"{name}-{version}.dist-info"
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"{name}.py", source)
            archive.writestr(f"{about}/METADATA", metadata + (f"Requires-Dist: {needs}\n" if needs else ""))
            archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{about}/RECORD", "")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        via = f"\n    # via {wanted_by}" if wanted_by else ""
        self.entries[name] = f"{name}=={version} \\\n    --hash=sha256:{digest}{via}\n"
        self.write()

    def write(self) -> None:
        """Writes the lock file."""
        self.lock.write_text("".join(self.entries.values()), encoding="utf-8")

    def made(self) -> list[str]:
        """What is in the folder of environments."""
        return [file.name for file in self.environments.glob("*")] if self.environments.exists() else []


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packages:
    """No package yet, and no environment."""
    made = Packages(tmp_path / "wheels", tmp_path / "locked.txt", tmp_path / "environments")
    made.folder.mkdir()
    made.write()
    for module in ("runs.lock", "book.noted"):
        monkeypatch.setattr(f"{module}.LOCK", made.lock)
    monkeypatch.setattr("runs.environments.ENVIRONMENTS", made.environments)
    settings = {"OFFLINE": "1", "NO_CONFIG": "1", "FIND_LINKS": made.folder, "CACHE_DIR": tmp_path / "cache"}
    for name, value in settings.items():
        monkeypatch.setenv(f"UV_{name}", str(value))
    return made
