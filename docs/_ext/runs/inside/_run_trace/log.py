"""The log of a run, to which all its processes append."""

from __future__ import annotations

import fcntl
import os
import time
from _thread import get_ident
from contextlib import suppress
from functools import wraps

HIGH = 200  # number of the log's descriptor: a script that closes or counts the low ones is not disturbed
FEW = 200  # spans of a process that are written one by one
LONG = 0.005  # seconds: later ones are gathered into spans of about this length


class Spans:
    """One after another, of one kind: waits, or tasks.

    A span is written when it begins, since a process that is killed writes nothing any more. A loop of many short ones
    would fill the disk and take the time that is to be seen, so from some number on they are gathered.
    """

    def __init__(self, log: Log, opening: str, closing: str) -> None:
        self.log, self.opening, self.closing = log, opening, closing
        self.number = 0
        self.since: float | None = None  # when the open span began
        self.label = ""
        self.first, self.gathered, self.seconds = 0.0, 0, 0.0  # spans that are not written yet: since when, how many

    def open(self, label: str) -> None:
        self.since, self.label = time.monotonic(), label
        self.number += 1
        if self.number <= FEW:
            self.log.write(self.opening, label, 1, at=self.since)
        elif self.gathered and self.since - self.first >= LONG:
            self.flush()

    def close(self) -> None:
        if self.since is None:
            return
        since, now, self.since = self.since, time.monotonic(), None
        if self.number <= FEW:
            self.log.write(self.closing, at=now)
        elif now - since >= LONG:
            self.log.write(self.opening, self.label, 1, at=since)
            self.log.write(self.closing, at=now)
        else:
            self.first = self.first if self.gathered else since
            self.gathered += 1
            self.seconds += now - since

    def flush(self) -> None:
        """Writes the gathered spans as one that is as long as all of them."""
        self.log.write(self.opening, self.label, self.gathered, at=self.first)
        self.log.write(self.closing, at=self.first + self.seconds)
        self.gathered, self.seconds = 0, 0.0


class Log:
    """Appends a line an event, whole, by one `write`.

    Waits are those of the main thread. A wait has the name of the outermost of the wrapped calls, and begins at the
    moment from which that cannot go on.
    """

    def __init__(self, path: str) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self.descriptor = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, HIGH)
            os.close(descriptor)
        except OSError:  # the limit of open files is lower
            self.descriptor = descriptor
        self.begin()

    def begin(self) -> None:
        """Nothing has been seen of this process yet."""
        self.main_thread = get_ident()  # also after a fork by another thread, which then is the child's main thread
        self.call = ""  # the outermost wrapped call that the main thread is in
        self.waits = Spans(self, "wait", "go")
        self.tasks = Spans(self, "task", "done")

    def after_fork(self) -> None:
        self.begin()
        self.write("fork", os.getppid())

    def write(self, kind: str, *fields: object, at: float | None = None) -> None:
        """Time (seconds of the monotonic clock), pid, kind, and the fields, between tabs."""
        moment = time.monotonic() if at is None else at
        words = (f"{moment:.6f}", str(os.getpid()), kind, *(" ".join(str(field).split()) for field in fields))
        with suppress(OSError):  # tracing never breaks a script
            os.write(self.descriptor, ("\t".join(words) + "\n").encode("utf-8", "backslashreplace"))

    def enter(self, call: str) -> bool:
        """Whether `call` is the outermost; then `leave()` must follow."""
        if self.call or get_ident() != self.main_thread:
            return False
        self.call = call
        return True

    def blocked(self) -> None:
        """The call that was entered cannot go on at once."""
        if self.waits.since is None and self.call and get_ident() == self.main_thread:
            self.waits.open(self.call)

    def leave(self) -> None:
        """The outermost call is over."""
        self.call = ""
        self.waits.close()


def named(log: Log, function, name: str, *, waits: bool = False):
    """`function`, whose waits get its `name` unless its caller has one; it waits always, or only when told so."""

    @wraps(function)
    def traced(*arguments, **named_arguments):
        is_outermost = log.enter(name)
        if waits:
            log.blocked()
        try:
            return function(*arguments, **named_arguments)
        finally:
            if is_outermost:
                log.leave()

    return traced


def name_methods(log: Log, owner: type, *methods: str, label: str = "", waits: bool = False) -> None:
    """Does `named` to methods of a class, as `Class.method()`."""
    for method in methods:
        name = f"{label or owner.__name__}.{method}()"
        setattr(owner, method, named(log, getattr(owner, method), name, waits=waits))
