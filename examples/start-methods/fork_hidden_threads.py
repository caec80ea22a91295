"""Threads that nobody started by name: a queue and an executor have some.
没有明说却启动了的线程：队列和执行器里都有。"""

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Queue


def names():
    return [thread.name for thread in threading.enumerate()]


if __name__ == "__main__":
    queue = Queue()
    print(names())
    queue.put("hello")
    print(names())
    with ThreadPoolExecutor(1, thread_name_prefix="mine") as executor:
        executor.submit(print, "hello").result()
        print(names())
    queue.get()
