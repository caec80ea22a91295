"""Measures how large a worker grows, with and without maxtasksperchild.
量一量工作进程的内存涨到多大：不设和设 maxtasksperchild。"""

import os
from multiprocessing import Pool

kept = []


def work(number):
    kept.append(b"x" * 10_000_000)  # (1)
    with open("/proc/self/statm") as file:  # (2)
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def largest(limit):
    with Pool(1, maxtasksperchild=limit) as pool:
        return max(pool.map(work, range(10), chunksize=1))


if __name__ == "__main__":
    without, with_limit = largest(None), largest(2)
    print(f"maxtasksperchild=None: {without:.0f} MB at most")
    print(f"maxtasksperchild=2:    {with_limit:.0f} MB at most")
    print(f"less by 70 to 90 MB: {70 < without - with_limit < 90}")
