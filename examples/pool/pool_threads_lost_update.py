"""Two threads of a pool change one number, and one change is lost.
线程池里的两个线程改同一个数，有一次改动丢了。"""

from multiprocessing.pool import ThreadPool
from threading import Barrier, Lock

balance = 0
both, lock = Barrier(2), Lock()


def add(amount):
    global balance
    before = balance
    both.wait()  # (1)
    balance = before + amount


def add_with_lock(amount):
    global balance
    both.wait()
    with lock:  # (2)
        balance += amount


if __name__ == "__main__":
    for task in (add, add_with_lock):
        balance = 0
        with ThreadPool(2) as pool:
            pool.map(task, [100, 100])
        print(f"{task.__name__}: {balance}")
