"""A manager is a process of its own, and ends with its with block.
管理器是一个单独的进程，with 块结束时它也结束。"""

import os
from multiprocessing import Manager, active_children

if __name__ == "__main__":
    with Manager() as manager:
        (process,) = active_children()  # (1)
        print(process.name)
        print("another process:", process.pid != os.getpid())
        names = manager.list(["Ann"])  # (2)
        print(names)
        print("alive:", process.is_alive())
    print("alive after with:", process.is_alive())  # (3)
    print("exit code:", process.exitcode)
