"""Compares one append() for each number with one extend() for all.
比较每个数一次 append() 与全部数一次 extend()。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Manager

NUMBERS = list(range(2_000))


def one_by_one(shared):
    for number in NUMBERS:
        shared.append(number)


def all_at_once(shared):
    shared.extend(NUMBERS)


if __name__ == "__main__":
    with Manager() as manager:
        seconds = []
        for deliver in (one_by_one, all_at_once):
            shared = manager.list()
            began = time.perf_counter()
            deliver(shared)
            seconds.append(time.perf_counter() - began)
            print(f"{deliver.__name__}: {len(shared)} numbers")
        print(f"times as long: {seconds[0] / seconds[1]:.0f}")
