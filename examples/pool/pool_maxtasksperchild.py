"""With maxtasksperchild a new process takes over after some tasks.
设了 maxtasksperchild，做完几个任务就换一个新进程。"""

import os
from multiprocessing import Pool

kept = []


def work(number):
    kept.append(number)  # (1)
    return os.getpid(), len(kept)


if __name__ == "__main__":
    for limit in (None, 2):
        with Pool(1, maxtasksperchild=limit) as pool:  # (2)
            answers = pool.map(work, range(6), chunksize=1)
        print("maxtasksperchild:", limit)
        print("  processes:", len({pid for pid, _ in answers}))
        print("  kept:", [count for _, count in answers])
