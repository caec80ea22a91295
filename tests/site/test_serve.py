"""`make serve`: a page that is saved is built, and the browser is told."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from websockets.sync.client import connect

from runs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs" / "en" / "colophon" / "index.md"


def told(address: str) -> object:
    """What the browser hears. The page is saved again and again, since nothing says when the watching has begun."""
    with connect(f"ws://{address}/websocket-reload") as browser:
        while True:
            PAGE.touch()
            try:
                return browser.recv(timeout=5)
            except TimeoutError:
                continue


def test_a_saved_page_is_built_and_the_browser_reloads(site: Path) -> None:
    del site  # built first, so that the server has little to do
    command = ["make", "serve", "SERVE=--port 0"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "READTHEDOCS"))}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        assert server.stdout is not None
        try:
            lines = iter(server.stdout.readline, "")
            address = next(line for line in lines if line.startswith("Serving on")).split("/")[2]
            assert told(address) == "refresh"
            with pytest.raises(urllib.error.HTTPError) as missing:
                urllib.request.urlopen(f"http://{address}/en/nothing")
            with missing.value as answer:
                assert "There is no such page" in answer.read().decode()
        finally:
            os.killpg(server.pid, signal.SIGINT)
        said = server.stdout.read()
    assert re.search(r"^en: [\d.]+ s$", said, re.MULTILINE)
    assert "html:" not in said
