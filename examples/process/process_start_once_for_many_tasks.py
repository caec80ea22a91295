"""Compares a process for each task with a pool that is started once.
每个任务一个进程，对比只启动一次的进程池。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Process

TASKS = 30


def task(number=0):
    return number + 1


def process_for_each_task():
    for number in range(TASKS):
        child = Process(target=task, args=(number,))
        child.start()
        child.join()


def pool_for_all_tasks():
    with ProcessPoolExecutor(max_workers=1) as executor:
        list(executor.map(task, range(TASKS)))


if __name__ == "__main__":
    for way in (process_for_each_task, pool_for_all_tasks):
        began = time.perf_counter()
        way()
        milliseconds = 1000 * (time.perf_counter() - began)
        print(f"{way.__name__}: {milliseconds / TASKS:.1f} ms for a task")
