"""Tests whether the standard library lacks a pool of threads.
检验标准库是不是没有线程池。"""

import threading
from multiprocessing import pool


def square(number):
    return number**2, threading.current_thread() is threading.main_thread()


if __name__ == "__main__":
    lacks_one = not hasattr(pool, "ThreadPool")
    if not lacks_one:
        with pool.ThreadPool(2) as threads:
            for answer, in_main_thread in threads.map(square, range(3)):
                print(answer, "from the main thread:", in_main_thread)
    print("holds:", lacks_one)
