"""The warm process does what a new one would, and a saved page is built in its edition only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runs import ROOT
from serve import ask as asking
from serve.changes import targets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASK = [sys.executable, "-IS", asking.__file__]
PROGRAM = """
import os, sys
print("out", sys.argv[1:], __name__, os.getcwd(), os.environ["TOLD"], "LEFT" in os.environ, flush=True)
print("warm:", "serve.warm" in sys.modules, file=sys.stderr)
sys.exit({})
"""


def listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(address) == 0


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a warm process listens; it has imported nothing, which takes no time."""
    address = str(tmp_path_factory.mktemp("warm") / "socket")
    code = (
        f"import serve.warm; serve.warm.import_all(['json']); print('ready', flush=True); serve.warm.serve({address!r})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "docs" / "_ext"), "LEFT": "behind"}
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as warm:
        assert warm.stdout is not None
        assert warm.stdin is not None
        assert warm.stdout.readline() == b"ready\n"
        while not listens(address):
            assert warm.poll() is None
        yield address
        warm.stdin.close()
        assert warm.wait(timeout=60) == 0


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `program` with two arguments as `ask` does, where `address` may have a warm process."""

    def call(address: str, end: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "program.py").write_text(PROGRAM.format(end), encoding="utf-8")
        environment = {**os.environ, "SERVE_SOCKET": address, "PYTHONPATH": str(tmp_path), "TOLD": "so"}
        command = [*ASK, "program", "a", "b c"]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return call


@pytest.mark.parametrize(
    ("end", "status", "told"), [("0", 0, ""), ("None", 0, ""), ("3", 3, ""), ("'no'", 1, "no\n"), ("1 / 0", 1, "Zero")]
)
def test_a_warm_process_does_as_a_new_one(
    address: str, run: Callable[..., subprocess.CompletedProcess[str]], end: str, status: int, told: str
) -> None:
    warm, new = run(address, end), run("/nowhere", end)
    assert (warm.returncode, new.returncode) == (status, status)
    assert warm.stdout == new.stdout
    assert warm.stderr.startswith("warm: True\n")
    assert new.stderr.startswith("warm: False\n")
    assert told in warm.stderr
    assert told in new.stderr


@pytest.mark.parametrize(
    ("changed", "targets"),
    [
        (["docs/en/process/hello.md"], ["en"]),
        (["docs/en/index.md", "docs/zh/index.md", "docs/zh/pool/map.md"], ["en", "zh"]),
        (["docs/en/index.md", "examples/process/process_hello.py"], ["html"]),
        (["docs/_static/book.css"], ["html"]),
        (["docs/terms.tsv"], ["html"]),
        (["conf.py"], ["html"]),
        ([], []),
    ],
)
def test_what_has_changed_says_what_is_made(changed: list[str], targets: list[str]) -> None:
    root = Path("/book")
    assert targets_of([root / file for file in changed], root) == targets
