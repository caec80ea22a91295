"""Processes: who started whom, when a child began to run its target, who saw it end."""

from __future__ import annotations

import time
from functools import wraps

from .log import named


def process(module, log) -> None:
    base = module.BaseProcess
    bootstrap, start = base._bootstrap, base.start
    starting = named(log, start, "start()", waits=True)

    @wraps(bootstrap)
    def traced_bootstrap(self, *arguments, **named_arguments):
        log.write("run", self.name, self._parent_pid)
        return bootstrap(self, *arguments, **named_arguments)

    @wraps(start)
    def traced_start(self):
        began = time.monotonic()
        starting(self)
        log.write("start", self.pid, self.name, self._popen.method, at=began)

    base._bootstrap, base.start = traced_bootstrap, traced_start
    base.join = named(log, base.join, "join()", waits=True)
    module._ParentProcess.join = named(log, module._ParentProcess.join, "parent_process().join()", waits=True)


def popen(module, log) -> None:
    """The one place where the end of a child is seen, whoever asks, and the one from which it is signalled."""
    owner = module.Popen
    poll = owner.poll

    @wraps(poll)
    def traced_poll(self, *arguments, **named_arguments):
        known = self.returncode
        code = poll(self, *arguments, **named_arguments)
        if known is None and code is not None:
            log.write("reap", self.pid, code)
        return code

    owner.poll = traced_poll
    if "_send_signal" in vars(owner):
        send = owner._send_signal

        @wraps(send)
        def traced_send(self, number):
            if self.returncode is None:
                log.write("signal", self.pid, int(number))
            send(self, number)

        owner._send_signal = traced_send


HOOKS = (
    ("multiprocessing.process", process),
    ("multiprocessing.popen_fork", popen),
    ("multiprocessing.popen_forkserver", popen),
)
