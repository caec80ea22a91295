"""Measures what starting a process costs, for each start method.
测量每种启动方式启动一个进程的开销。"""

# /// script
# [tool.run]
# start-methods = ["forkserver"]
# alone = true
# ///

import time
from multiprocessing import get_all_start_methods, get_context
from statistics import median

ROUNDS = 15


def nothing():
    pass


def milliseconds(context):
    began = time.perf_counter()
    child = context.Process(target=nothing)
    child.start()
    child.join()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    print("start method  first ms  median ms")
    for method in sorted(get_all_start_methods()):
        context = get_context(method)  # (1)
        first, *others = [milliseconds(context) for _ in range(ROUNDS)]  # (2)
        print(f"{method:12}  {first:8.1f}  {median(others):9.1f}")
