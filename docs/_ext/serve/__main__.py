"""The server of `make serve`."""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from sphinx_autobuild.middleware import JavascriptInjectorMiddleware
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from watchfiles import DefaultFilter, awatch

from runs import ROOT

from .changes import EVERYTHING, targets_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from starlette.websockets import WebSocket
    from watchfiles import Change

SITE = ROOT / "_build" / "html"
WATCHED = [ROOT / name for name in ("docs", "examples", "conf.py")]
ASK = f"{sys.executable} -IS {Path(__file__).with_name('ask.py')}"


class Sources(DefaultFilter):
    """What a build reads, and not what it writes: Sphinx compiles the theme's translations beside them."""

    def __call__(self, change: Change, path: str) -> bool:
        return not path.endswith(".mo") and super().__call__(change, path)


class Builds:
    """Calls make, with a warm process where that can be used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.warm: subprocess.Popen[bytes] | None = None

    def warm_up(self) -> None:
        """Starts a warm process in place of one that has imported what has changed since."""
        self.cool_down()
        self.number += 1
        self.socket = str(self.folder / str(self.number))
        self.warm = subprocess.Popen([sys.executable, "-m", "serve.warm", self.socket], stdin=subprocess.PIPE)

    def cool_down(self) -> None:
        if self.warm is not None and self.warm.stdin is not None:
            self.warm.stdin.close()
            self.warm.wait()

    def make(self, targets: Sequence[str]) -> None:
        """What went wrong has been told by make; the browser then shows the pages as they were."""
        began = time.perf_counter()
        if EVERYTHING in targets:
            subprocess.run(["make", "--no-print-directory", *targets], cwd=ROOT, check=False)
            self.warm_up()
        else:
            environment = {**os.environ, "SERVE_SOCKET": self.socket}
            command = ["make", "--no-print-directory", "-k", f"PY={ASK}", *targets]
            subprocess.run(command, cwd=ROOT, env=environment, check=False)
        print(f"{', '.join(targets)}: {time.perf_counter() - began:.1f} s", flush=True)


class Reloader:
    """Watches the sources, has them built, and then tells every browser that listens."""

    def __init__(self, builds: Builds) -> None:
        self.builds = builds
        self.built = asyncio.Condition()

    async def watch(self) -> None:
        async for changes in awatch(*WATCHED, watch_filter=Sources()):
            targets = targets_of((Path(path) for _, path in changes), ROOT)
            await asyncio.to_thread(self.builds.make, targets)
            async with self.built:
                self.built.notify_all()

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(self.watch())
        yield
        watching.cancel()

    async def listen(self, browser: WebSocket) -> None:
        """Lasts until the browser is gone: a server that ends waits for that."""
        await browser.accept()
        telling = asyncio.create_task(self.tell(browser))
        async for _ in browser.iter_text():
            pass
        telling.cancel()

    async def tell(self, browser: WebSocket) -> None:
        while True:
            async with self.built:
                await self.built.wait()
            await browser.send_text("refresh")


def app_of(reloader: Reloader, host: str) -> Starlette:
    routes = [
        WebSocketRoute("/websocket-reload", reloader.listen),
        Mount("/", app=StaticFiles(directory=SITE, html=True)),
    ]
    middleware = [Middleware(JavascriptInjectorMiddleware, ws_url=host)]
    return Starlette(routes=routes, middleware=middleware, lifespan=reloader.lifespan)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="serve", description="Serves the site, and builds it when a file is saved.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    try:
        listener = socket.create_server((options.host, options.port))
    except OSError as error:
        print(f'{error}: choose another port, as in make serve SERVE="--port 8001"', file=sys.stderr)
        return 1
    with listener, tempfile.TemporaryDirectory(prefix="serve-") as folder:
        builds = Builds(Path(folder))
        builds.make([EVERYTHING])
        address = f"{options.host}:{listener.getsockname()[1]}"
        print(f"Serving on http://{address}/", flush=True)
        server = uvicorn.Server(uvicorn.Config(app_of(Reloader(builds), address), log_level="warning"))
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            return 0
        finally:
            builds.cool_down()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
