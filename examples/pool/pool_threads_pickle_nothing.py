"""Threads take a lambda and share a list; processes do neither.
线程可以用 lambda，也共用列表；进程两样都不行。"""

from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

seen = []


def remember(number):
    seen.append(number)


if __name__ == "__main__":
    for make in (Pool, ThreadPool):
        seen.clear()
        with make(2) as pool:
            print(make.__name__)
            try:
                print("  lambda:", pool.map(lambda n: n * n, range(4)))
            except Exception as error:
                print("  lambda:", type(error).__name__)
            pool.map(remember, range(4))
            print("  seen:", sorted(seen))
