"""Measures waiting and computing, with two threads and with two processes.
测一测等待和计算：用两个线程，和用两个进程。"""

# /// script
# [tool.run]
# alone = true
# ///

from multiprocessing import Pool
from multiprocessing.pool import ThreadPool
from time import perf_counter, sleep


def wait(number):
    sleep(0.2)


def compute(number):
    return sum(range(8_000_000))


def seconds(run, task):
    begin = perf_counter()
    list(run(task, range(4)))
    return perf_counter() - begin


if __name__ == "__main__":
    with Pool(2) as pool, ThreadPool(2) as threads:
        pool.map(abs, range(4))  # (1)
        for task in (wait, compute):
            print(task.__name__)
            print(f"  one by one:    {seconds(map, task):.2f} s")  # (2)
            print(f"  two threads:   {seconds(threads.map, task):.2f} s")
            print(f"  two processes: {seconds(pool.map, task):.2f} s")
