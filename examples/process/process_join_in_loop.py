"""Measures three children joined one by one, and three that run together.
逐个 join 与一起运行，各用多少时间。"""

import time
from multiprocessing import Process


def work():
    time.sleep(0.3)  # stands for 0.3 seconds of work


def one_after_another():
    for _ in range(3):
        child = Process(target=work)
        child.start()
        child.join()  # (1)


def together():
    children = [Process(target=work) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:  # (2)
        child.join()


if __name__ == "__main__":
    for way in (one_after_another, together):
        began = time.perf_counter()
        way()
        print(f"{way.__name__}: {time.perf_counter() - began:.1f} s")
