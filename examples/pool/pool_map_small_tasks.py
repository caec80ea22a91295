"""Measures 20 000 tiny tasks: without a pool, one by one, and in chunks.
测量两万个极小的任务：不用进程池、逐个发送、成批发送。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Pool

NUMBERS = range(20_000)


def double(number):
    return 2 * number


def measure(title, function):
    began = time.perf_counter()
    result = function()
    milliseconds = 1000 * (time.perf_counter() - began)
    print(f"{title:16} {milliseconds:8.1f} ms, sum {sum(result)}")


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(double, range(4))  # (1)
        measure("without a pool", lambda: list(map(double, NUMBERS)))
        measure("chunksize=1", lambda: pool.map(double, NUMBERS, 1))
        measure("default", lambda: pool.map(double, NUMBERS))
