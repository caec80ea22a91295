"""Measures one update of a Value: plain +=, under the lock, summed first.
测量更新一次 Value 的开销：直接 +=、加锁、先求和。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Barrier, Process, Value

UPDATES = 80_000


def plain_add(counter, updates):
    for _ in range(updates):
        counter.value += 1


def with_lock(counter, updates):
    for _ in range(updates):
        with counter.get_lock():
            counter.value += 1


def sum_first(counter, updates):
    mine = 0
    for _ in range(updates):
        mine += 1
    with counter.get_lock():
        counter.value += mine


def child_of(update, counter, updates, together):
    together.wait()
    update(counter, updates)
    together.wait()  # (1)


def microseconds(update, how_many):
    counter, together = Value("i", 0), Barrier(how_many + 1)
    arguments = (update, counter, UPDATES // how_many, together)
    children = [
        Process(target=child_of, args=arguments) for _ in range(how_many)
    ]
    for child in children:
        child.start()
    together.wait()
    began = time.perf_counter()
    together.wait()
    seconds = time.perf_counter() - began
    for child in children:
        child.join()
    return 1_000_000 * seconds / UPDATES  # (2)


if __name__ == "__main__":
    print("update        children  microseconds each")
    for update, how_many in (
        (plain_add, 1),
        (with_lock, 1),
        (with_lock, 4),  # (3)
        (sum_first, 4),
    ):
        each = microseconds(update, how_many)
        print(f"{update.__name__:12}  {how_many:8}  {each:17.2f}")
