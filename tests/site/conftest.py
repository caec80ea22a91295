"""The real book, as `make html` builds it."""

from __future__ import annotations

import gzip
import mimetypes
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from light import csp
from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

ROOT_PATH = "/book/"  # the site must work below any folder
MISSING = "404.html"


@pytest.fixture(scope="session")
def pdfs(make: Callable[..., None]) -> Path:
    """The folder of both PDFs, up to date."""
    make("pdf")
    return ROOT / "_build" / "pdf"


@pytest.fixture(scope="session")
def epubs(make: Callable[..., None]) -> Path:
    """The folder of both EPUBs, up to date."""
    make("epub")
    return ROOT / "_build" / "epub"


@pytest.fixture(scope="session")
def site(make: Callable[..., None], pdfs: Path, epubs: Path) -> Path:
    """The folder of both editions, up to date, with their PDFs and EPUBs, which must be built before."""
    del pdfs, epubs
    make("html")
    return ROOT / "_build" / "html"


@cache
def packed(file: Path) -> tuple[dict[str, str], bytes]:
    """The headers and the body of an answer, as a careful web server would send it."""
    body = file.read_bytes()
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers = {"Content-Type": kind, "Cache-Control": "max-age=600"}
    if kind.startswith("text/") or kind.endswith(("javascript", "svg+xml")):
        headers |= {"Content-Type": f"{kind}; charset=utf-8", "Content-Encoding": "gzip"}
        body = gzip.compress(body, compresslevel=1)
    if kind == "text/html":
        headers["Content-Security-Policy"] = csp.policy_of(file.read_text(encoding="utf-8"))
    return headers, body


@dataclass(frozen=True)
class Server:
    """The site over HTTP, below the address `url`. `asked` counts the paths that were asked for."""

    url: str
    asked: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            served.asked[path] += 1
            file = site / path.removeprefix(ROOT_PATH).removeprefix("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                self.send_error(404)
                return
            headers, body = packed(file)
            self.send_response(200)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        served = Server(f"http://127.0.0.1:{listening.server_port}{ROOT_PATH}")
        Thread(target=listening.serve_forever, daemon=True).start()
        yield served
        listening.shutdown()


@dataclass
class Reader:
    """Opens windows on the site, and keeps what went wrong in them: errors, and requests that leave the site."""

    browser: Browser
    server: Server
    site: Path
    problems: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str, *, width: int = 1280, height: int = 800, of_files: bool = False, **options: Any) -> Page:
        """A window of a browser of its own at `path`, seen from the root of the site; `options` are Playwright's."""
        window = self.browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
        self.contexts.append(window.context)
        window.context.on("request", self.note_request)
        window.on("console", self.note_message)
        window.on("pageerror", lambda error: self.problems.append(f"{window.url}: {error}"))
        window.goto(self.url(path, of_files=of_files))
        return window

    def url(self, path: str, *, of_files: bool = False) -> str:
        """The pages for what is not there take the site to be the root of its host, while it has no address."""
        if path.endswith(MISSING):
            return urljoin(self.server.url, f"/{path}")
        return (f"{self.site.as_uri()}/" if of_files else self.server.url) + path

    def note_request(self, request: Request) -> None:
        of_missing = MISSING in (request.url.rpartition("/")[2], request.frame.url.rpartition("/")[2])
        root = urljoin(self.server.url, "/") if of_missing else self.server.url
        if not request.url.startswith((root, self.site.as_uri(), "data:", "blob:")):
            self.problems.append(f"a request that leaves the site: {request.url}")

    def note_message(self, message: ConsoleMessage) -> None:
        """A violation of the policy and a file that is missing are errors here, too."""
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.location.get('url')}: {message.text}")

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def reader(browser: Browser, server: Server, site: Path) -> Iterator[Reader]:
    """Somebody who reads the site; nothing may go wrong meanwhile."""
    reading = Reader(browser, server, site)
    yield reading
    reading.close()
    assert not reading.problems
