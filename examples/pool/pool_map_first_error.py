"""Shows which tasks of a map() run, and what is left, when one fails.
map() 的一个任务出错：看哪些任务执行了，最后剩下什么。"""

from multiprocessing import Pool


def share(guests):
    print("  guests:", guests, flush=True)
    return 12 / guests


if __name__ == "__main__":
    for chunksize in (1, 2):  # (1)
        print(f"chunksize={chunksize}", flush=True)
        with Pool(2) as pool:
            try:
                print(pool.map(share, [0, 6, 3, 4], chunksize))
            except ZeroDivisionError as error:
                print("  map():", repr(error), flush=True)
