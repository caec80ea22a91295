"""Shows into which chunks map() cuts its tasks.
看 map() 把任务切成哪些批（chunk）。"""

from itertools import groupby
from multiprocessing import Pool, current_process


def work(number):
    return current_process().name, number


def chunks(chunksize):
    with Pool(2, maxtasksperchild=1) as pool:  # (1)
        done = pool.map(work, range(10), chunksize)
    return [
        [number for _, number in tasks]
        for _, tasks in groupby(done, key=lambda pair: pair[0])  # (2)
    ]


if __name__ == "__main__":
    for chunksize in (1, 4, None):  # (3)
        print(f"chunksize={chunksize}:", *chunks(chunksize))
