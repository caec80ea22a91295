"""What a main thread waits for, by the names of the calls in the script, not of what they call in turn."""

from __future__ import annotations

import select
from functools import wraps

from .log import name_methods, named

SHORT = 0.001  # seconds of a sleep that is not worth a word
LARGE = 4096  # bytes that a pipe may not take at once, though it takes some (PIPE_BUF of Linux)


def traced_sleep(sleep, log):
    sleeping = named(log, sleep, "sleep()", waits=True)

    @wraps(sleep)
    def traced(seconds):
        return sleeping(seconds) if not isinstance(seconds, (int, float)) or seconds >= SHORT else sleep(seconds)

    return traced


def is_ready(descriptor: int, event: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, event)
    return bool(poll.poll(0))


def synchronize(module, log) -> None:
    make_methods = module.SemLock._make_methods

    def make_traced_methods(self) -> None:
        """Each lock binds its own `acquire`. Nothing of it may refer to `self`, whose end would then come later."""
        make_methods(self)
        self.acquire = traced_acquire(log, self._semlock.acquire, f"{type(self).__name__}.acquire()")

    module.SemLock._make_methods = make_traced_methods
    module.SemLock.__enter__ = lambda self: self.acquire()
    # notify() and what is built on it wait until the woken ones have woken
    name_methods(log, module.Condition, "wait", "wait_for", "notify", "notify_all")
    name_methods(log, module.Event, "wait", "set", "clear", "is_set")
    name_methods(log, module.Barrier, "wait")


def traced_acquire(log, acquire, name: str):
    waiting = named(log, acquire, name, waits=True)

    def traced(block=True, timeout=None):  # as the lock itself has it, which also begins with a try
        if acquire(False):
            return True
        return waiting(True, timeout) if block else False

    return traced


def connection(module, log) -> None:
    owner, base = module.Connection, module._ConnectionBase

    def before(method: str, may_wait) -> None:
        function = getattr(owner, method)

        @wraps(function)
        def traced(self, *arguments):
            if may_wait(self, *arguments):
                log.blocked()
            return function(self, *arguments)

        setattr(owner, method, traced)

    before("_recv", lambda self, *_: not is_ready(self._handle, select.POLLIN))
    before("_send", lambda self, data, *_: len(data) > LARGE or not is_ready(self._handle, select.POLLOUT))
    name_methods(log, base, "recv", "recv_bytes", "recv_bytes_into", "send", "send_bytes", "poll", label="Connection")
    name_methods(log, module.Listener, "accept", waits=True)
    module.wait = traced_wait(log, module.wait)


def traced_wait(log, wait):
    waiting = named(log, wait, "connection.wait()", waits=True)

    @wraps(wait)
    def traced(object_list, timeout=None):
        objects = list(object_list)
        ready = wait(objects, 0)
        return ready if ready or (timeout is not None and timeout <= 0) else waiting(objects, timeout)

    return traced


def queues(module, log) -> None:
    name_methods(log, module.Queue, "get", "put", "join_thread")
    # a process that ends waits here until the thread behind its queue has written everything
    module.Queue._finalize_join = staticmethod(named(log, module.Queue._finalize_join, "Queue.join_thread()"))
    name_methods(log, module.JoinableQueue, "join", "task_done")
    module.JoinableQueue.put = named(log, module.JoinableQueue.put, "Queue.put()")
    name_methods(log, module.SimpleQueue, "get", "put")


def threading(module, log) -> None:
    name_methods(log, module.Thread, "start")
    name_methods(log, module.Thread, "join", waits=True)
    name_methods(log, module.Event, "wait", label="threading.Event")
    name_methods(log, module.Condition, "wait", label="threading.Condition", waits=True)


def managers(module, log) -> None:
    call = module.BaseProxy._callmethod

    @wraps(call)
    def traced(self, methodname, *arguments):
        return named(log, call, f"{self._token.typeid}.{methodname}()")(self, methodname, *arguments)

    module.BaseProxy._callmethod = traced
    module.BaseProxy._incref = named(log, module.BaseProxy._incref, "proxy connect()")
    module.BaseProxy._connect = named(log, module.BaseProxy._connect, "proxy connect()")
    module.BaseManager._create = named(log, module.BaseManager._create, "Manager.create()")
    name_methods(log, module.Server, "serve_forever", waits=True)
    name_methods(log, module.BaseManager, "start", label="Manager")


def pool(module, log) -> None:
    name_methods(log, module.ApplyResult, "get", "wait", label="AsyncResult")
    name_methods(log, module.Pool, "apply", "map", "starmap")
    name_methods(log, module.Pool, "join", "terminate", waits=True)
    results = module.IMapIterator
    results.next = results.__next__ = named(log, results.next, "imap.next()")


def signals(module, log) -> None:
    if hasattr(module, "pause"):
        module.pause = named(log, module.pause, "signal.pause()", waits=True)


def futures(module, log) -> None:
    name_methods(log, module.Future, "result", "exception")
    module.wait = named(log, module.wait, "futures.wait()")
    as_completed = module.as_completed

    @wraps(as_completed)
    def traced(fs, timeout=None):
        ask = named(log, as_completed(fs, timeout).__next__, "as_completed()")
        while True:
            try:
                future = ask()
            except StopIteration:
                return
            yield future

    module.as_completed = traced


HOOKS = (
    ("threading", threading),
    ("signal", signals),
    ("multiprocessing.synchronize", synchronize),
    ("multiprocessing.connection", connection),
    ("multiprocessing.queues", queues),
    ("multiprocessing.managers", managers),
    ("multiprocessing.pool", pool),
    ("concurrent.futures._base", futures),
)
