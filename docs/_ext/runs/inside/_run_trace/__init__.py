"""What a traced process loads: it writes down when it starts, waits, works on a task, and ends. Standard library only.

`runs/trace.py` says what the lines mean. Modules that the script has not imported are not imported here either, since
that would take the time that is to be seen: each is wrapped at the moment at which somebody imports it.
"""

from __future__ import annotations

import atexit
import os
import sys
import time
from functools import wraps
from importlib.machinery import PathFinder

from . import processes, tasks, waits
from .log import Log

HOOKS = (*processes.HOOKS, *waits.HOOKS, *tasks.HOOKS)  # pairs of a module's name and what wraps parts of it
ROLES = (
    ("multiprocessing.forkserver", "fork server"),
    ("multiprocessing.resource_tracker", "resource tracker"),
    ("multiprocessing.spawn", "spawned child"),
)
HELPERS = ("fork server", "resource tracker")


class Finder:
    """Finds the modules of HOOKS as Python itself would, and has each wrapped as soon as it is loaded."""

    def __init__(self, log: Log) -> None:
        self.log = log

    def find_spec(self, name, path=None, target=None):
        if not any(name == hooked for hooked, _ in HOOKS):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_and_wrap(module) -> None:
                load(module)
                wrap(module, self.log)

            spec.loader.exec_module = load_and_wrap
        return spec


def wrap(module, log: Log) -> None:
    for name, hook in HOOKS:
        if name == module.__name__:
            hook(module, log)


def role() -> str:
    """What this interpreter was started for, by its command line."""
    command = " ".join(sys.orig_argv[1:])
    if "-c" in sys.orig_argv:
        return next((role for module, role in ROLES if module in command), "program")
    return "program"


def install(path: str) -> None:
    log = Log(path)
    log.write("load", os.getppid(), role())
    if role() in HELPERS:
        log.main_thread = None  # it does nothing but wait for orders; its children begin anew
    os.register_at_fork(after_in_child=log.after_fork)
    atexit.register(log.write, "end")
    exit_now = os._exit

    @wraps(exit_now)
    def traced_exit(status):
        log.write("end")
        exit_now(status)

    os._exit = traced_exit
    time.sleep = waits.traced_sleep(time.sleep, log)
    sys.meta_path.insert(0, Finder(log))
    for name in {hooked for hooked, _ in HOOKS}.intersection(sys.modules):
        wrap(sys.modules[name], log)
