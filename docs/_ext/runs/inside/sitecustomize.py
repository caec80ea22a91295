"""Loaded by Python itself into every process of a run, ahead of the script, which stays untouched.

It makes the start method of the run the platform's default, as a newer or older Python would have it, so that the
script may still call `set_start_method()` once; it lets the runner ask for stacks; it keeps runs off the network; and
where the runner wants a trace, it loads what writes one.
Standard library only: a run may belong to any Python from 3.11.
"""

from __future__ import annotations

import os
import sys

LOOPBACK = ("127.", "localhost", "::1")


def make_default(start_method: str) -> None:
    """What `multiprocessing` does when nobody chose a start method, it now does with `start_method`."""
    from multiprocessing import context

    default = context._default_context  # type: ignore[attr-defined]
    default._default_context = context._concrete_contexts[start_method]  # type: ignore[attr-defined]


def dump_stacks_on_request(path: str) -> None:
    """SIGUSR1 appends the stacks of all threads to `path`, also while the process waits inside C code."""
    import faulthandler
    import signal

    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    faulthandler.register(signal.SIGUSR1, file=descriptor, all_threads=True)


def only_loopback(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: connecting or looking up a name outside this machine is refused."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii", "replace")
    if isinstance(host, str) and host and not host.startswith(LOOPBACK):
        raise PermissionError(f"an example may use the loopback network only, not {host}")


if "RUN_START_METHOD" in os.environ:
    make_default(os.environ["RUN_START_METHOD"])
    dump_stacks_on_request(os.environ["RUN_STACKS"])
    sys.addaudithook(only_loopback)
    if "RUN_TRACE" in os.environ:
        import _run_trace

        _run_trace.install(os.environ["RUN_TRACE"])
