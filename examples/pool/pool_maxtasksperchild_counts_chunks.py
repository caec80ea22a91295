"""maxtasksperchild counts chunks, not the items that map() is given.
maxtasksperchild 数的是批，不是交给 map() 的元素。"""

import os
from multiprocessing import Pool


def work(number):
    return os.getpid()


if __name__ == "__main__":
    for chunksize in (1, 3, None):
        with Pool(1, maxtasksperchild=1) as pool:
            pids = pool.map(work, range(12), chunksize=chunksize)
        print(f"chunksize={chunksize}: {len(set(pids))} processes")
