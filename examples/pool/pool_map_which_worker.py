"""Each task tells which worker did it; who gets how many is not fixed.
每个任务报告是哪个工作进程做的；谁做几个，并不固定。"""

import os
import time
from collections import Counter
from multiprocessing import Pool, current_process


def work(number):
    time.sleep(0.01)  # (1)
    return current_process().name, os.getpid()


if __name__ == "__main__":
    with Pool(3) as pool:
        who = pool.map(work, range(12))
    for (name, pid), tasks in sorted(Counter(who).items()):
        print(f"{name}, pid {pid}: {tasks} of {len(who)} tasks")
    print("at most three workers:", len(set(who)) <= 3)
