"""Starts the same function by fork, spawn, and forkserver.
用 fork、spawn 和 forkserver 启动同一个函数。"""

import os
from multiprocessing import get_context, parent_process

setting = "as in the file"  # (1)
ran_by = os.getpid()  # (2)


def who_is(pid):
    if pid == os.getpid():
        return "this process"
    if pid == parent_process().pid:
        return "the parent"
    return "the fork server"


def report(method):
    print(f"{method}: __name__ is {__name__}")
    print(f"{method}: os.getppid() is {who_is(os.getppid())}")
    print(f"{method}: the global is {setting}")
    print(f"{method}: the file was run by {who_is(ran_by)}")


if __name__ == "__main__":
    setting = "changed before start()"  # (3)
    for method in ("fork", "spawn", "forkserver"):
        context = get_context(method)  # (4)
        child = context.Process(target=report, args=(method,))
        child.start()
        child.join()
