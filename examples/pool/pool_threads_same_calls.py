"""The same calls with processes and with threads.
同样的调用，用进程和用线程。"""

import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool, dummy
from multiprocessing.pool import ThreadPool


def where(number):
    return os.getpid()


def place(pids):
    return "in this process" if set(pids) == {os.getpid()} else "elsewhere"


if __name__ == "__main__":
    for make in (Pool, ThreadPool, dummy.Pool):  # (1)
        with make(2) as pool:
            print(f"{type(pool).__name__}:", place(pool.map(where, range(8))))
    with ThreadPoolExecutor(2) as executor:  # (2)
        name = type(executor).__name__
        print(f"{name}:", place(executor.map(where, range(8))))
