"""RSS counts what four workers share four times, PSS counts it once.
四个工作进程共用的内存，RSS 算了四遍，PSS 只算一遍。"""

# /// script
# dependencies = ["psutil"]
#
# [tool.run]
# start-methods = ["fork"]
# ///

from multiprocessing import get_context

import psutil

WORKERS = 4


def memory(pid=None):
    return psutil.Process(pid).memory_full_info()


def hold(ready, done):
    ready.wait()
    done.wait()


if __name__ == "__main__":
    before = memory().uss
    numbers = [float(number) for number in range(1_000_000)]
    size = memory().uss - before
    fork = get_context("fork")
    ready, done = fork.Barrier(WORKERS + 1), fork.Event()
    workers = [
        fork.Process(target=hold, args=(ready, done)) for _ in range(WORKERS)
    ]
    for worker in workers:
        worker.start()
    ready.wait()
    each = [memory(worker.pid) for worker in workers]
    done.set()
    for worker in workers:
        worker.join()
    rss = sum(info.rss for info in each)  # (1)
    pss = sum(info.pss for info in each)  # (2)
    print(f"the list: {size / 1e6:.0f} MB")
    print(f"RSS of the workers: {rss / 1e6:.0f} MB in all")
    print(f"PSS of the workers: {pss / 1e6:.0f} MB in all")
    print("RSS has the list once for each:", rss > WORKERS * size)
    print("PSS has the list twice or more:", pss > 2 * size)
