"""Measures ten children that sleep inside the lock, and outside it.
测量十个子进程在锁里面睡眠和在锁外面睡眠的用时。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Barrier, Lock, Process, Value

CHILDREN = 10
PAUSE = 0.2


def sleep_inside(lock, left):
    with lock:
        left.value -= 1
        time.sleep(PAUSE)  # (1)


def sleep_outside(lock, left):
    with lock:
        left.value -= 1
    time.sleep(PAUSE)  # (2)


def child_of(function, lock, left, together):
    together.wait()
    together.wait()
    function(lock, left)
    together.wait()


def seconds_of(function):
    lock, together = Lock(), Barrier(CHILDREN + 1)
    left = Value("i", CHILDREN, lock=False)
    arguments = (function, lock, left, together)
    children = [
        Process(target=child_of, args=arguments) for _ in range(CHILDREN)
    ]
    for child in children:
        child.start()
    together.wait()  # (3)
    began = time.perf_counter()
    together.wait()
    together.wait()
    seconds = time.perf_counter() - began
    for child in children:
        child.join()
    return seconds


if __name__ == "__main__":
    for function in (sleep_inside, sleep_outside):
        seconds = seconds_of(function)
        one_by_one = seconds >= CHILDREN * PAUSE  # (4)
        print(f"{function.__name__:13} {seconds:.2f} s, {one_by_one = }")
