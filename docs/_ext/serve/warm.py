"""A process that has imported what a build needs, and is forked for each program that `ask` asks it to run.

`python -m serve.warm SOCKET`; it ends when its standard input does, which is when the one that started it is gone.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import selectors
import socket
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MODULES: tuple[str, ...] = (
    "sphinx.cmd.build",
    "sphinx.builders.html",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
)
MODULES += ("sphinx_book_theme", "myst_nb.sphinx_ext", "myst_nb.ext.download")
INTERRUPTED = 130  # as a shell says it
PACKAGES = ("book", "booksearch", "light", "pdf", "runs", "website")  # with all modules in them


class Request(NamedTuple):
    """A module to run as a program, its arguments, and where; `streams` are the standard ones of the one that asks."""

    arguments: Sequence[str]
    folder: str
    environment: dict[str, str]
    streams: Sequence[int]


def modules_of(packages: Iterable[str]) -> Iterator[str]:
    for name in packages:
        folder = str(Path(__file__).parents[1] / name)
        yield name
        yield from (f"{name}.{module.name}" for module in pkgutil.iter_modules([folder]) if module.name != "__main__")


def import_all(names: Iterable[str]) -> None:
    """One that cannot be imported is left to the build, which tells why."""
    for name in names:
        try:
            importlib.import_module(name)
        except Exception:
            traceback.print_exc()
    gc.freeze()  # else each fork copies what the collector looks at


def receive(connection: socket.socket) -> Request | None:
    """The streams come with the first byte, the rest is a line of JSON; None if the one that asks is gone."""
    data, streams, _, _ = socket.recv_fds(connection, 1, 3)
    while not data.endswith(b"\n"):
        more = connection.recv(65536)
        if not more:
            return None
        data += more
    return Request(**json.loads(data), streams=streams)


def run(request: Request) -> NoReturn:
    """Becomes the program, and ends as it does."""
    for number, stream in enumerate(request.streams):
        os.dup2(stream, number)
    os.chdir(request.folder)
    os.environ.clear()
    os.environ.update(request.environment)
    sys.argv[:] = list(request.arguments)
    sys.path[0] = request.folder  # as `python -m` has it
    status = 0
    try:
        runpy.run_module(request.arguments[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def answer(connection: socket.socket) -> None:
    """Runs what is asked for in a process of its own, and sends back how that ended."""
    request = receive(connection)
    if request is None:
        return
    child = os.fork()
    if child == 0:
        run(request)
    _, status = os.waitpid(child, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def serve(address: str) -> None:
    """A process for each request, so that several can be under way."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen()
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    selector.register(sys.stdin, selectors.EVENT_READ)
    while all(key.fileobj is listener for key, _ in selector.select()):
        connection, _ = listener.accept()
        with connection:
            if os.fork() == 0:
                listener.close()
                answer(connection)
                os._exit(0)
        reap()


def reap() -> None:
    """Takes notice of the processes that have answered."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


def main(arguments: Sequence[str]) -> int:
    try:
        import_all([*MODULES, *modules_of(PACKAGES)])
        serve(arguments[0])
    except KeyboardInterrupt:  # at a terminal all processes get it
        return INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
