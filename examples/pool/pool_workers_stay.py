"""The same two processes do all tasks, and keep their globals in between.
全部任务由同样的两个进程完成，全局变量在任务之间一直保留。"""

import os
from multiprocessing import Barrier, Pool

tasks_done = 0


def use(barrier):
    global both
    both = barrier


def work(number):
    global tasks_done
    both.wait()  # (1)
    tasks_done += 1  # (2)
    return os.getpid(), tasks_done


if __name__ == "__main__":
    with Pool(2, initializer=use, initargs=(Barrier(2),)) as pool:
        answers = pool.map(work, range(8), chunksize=1)
    print("tasks:", len(answers))
    print("processes:", len({pid for pid, _ in answers}))  # (3)
    print("counted:", sorted(count for _, count in answers))
