"""Measures what starting a thread costs, and starting a process.
比较启动一个线程和启动一个进程的开销。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Process
from statistics import median
from threading import Thread


def nothing():
    pass


def milliseconds(kind):
    began = time.perf_counter()
    worker = kind(target=nothing)
    worker.start()
    worker.join()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    for kind in (Thread, Process):
        milliseconds(kind)  # the first pays for what the others find ready
        typical = median(milliseconds(kind) for _ in range(15))
        print(f"{kind.__name__}: {typical:.2f} ms")
