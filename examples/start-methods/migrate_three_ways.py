"""Three ways to give every worker a setting, without relying on fork.
不依赖 fork，把设置交给每个工作进程的三种办法。"""

from functools import cache
from multiprocessing import Pool
from pathlib import Path

rate = None


def with_argument(number, rate):
    return number * rate


def set_rate(value):
    global rate
    rate = value


def with_global(number):
    return number * rate


@cache
def load_rate():
    return int(Path("rate.txt").read_text())


def with_file(number):
    return number * load_rate()


if __name__ == "__main__":
    with Pool(2) as pool:  # (1)
        print(pool.starmap(with_argument, [(1, 7), (2, 7), (3, 7)]))
    with Pool(2, initializer=set_rate, initargs=(7,)) as pool:  # (2)
        print(pool.map(with_global, [1, 2, 3]))
    Path("rate.txt").write_text("7")
    with Pool(2) as pool:  # (3)
        print(pool.map(with_file, [1, 2, 3]))
