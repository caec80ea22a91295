"""Measures four tasks in four workers: by apply(), and by apply_async().
测量四个工作进程做四个任务：用 apply()，和用 apply_async()。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Pool

SECONDS = 0.2
TASKS = 4


def work(number):
    time.sleep(SECONDS)
    return number


def with_apply(pool):
    return [pool.apply(work, (number,)) for number in range(TASKS)]  # (1)


def with_apply_async(pool):
    results = [pool.apply_async(work, (number,)) for number in range(TASKS)]
    return [result.get() for result in results]  # (2)


if __name__ == "__main__":
    times = {}
    with Pool(TASKS) as pool:
        for function in (with_apply, with_apply_async):
            began = time.perf_counter()
            numbers = function(pool)
            seconds = time.perf_counter() - began
            times[function] = seconds / SECONDS
            print(f"{function.__name__:16} {numbers}", end=" ")
            print(f"took {times[function]:.1f} times one task")
    print("apply took at least four tasks:", times[with_apply] >= TASKS)
