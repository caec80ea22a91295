"""Four children count in one Value under its lock, and the result is exact.
四个子进程加锁计数，结果分毫不差。"""

from multiprocessing import Barrier, Process, Value

CHILDREN = 4
UPDATES = 50_000


def count(counter, together):
    together.wait()
    for _ in range(UPDATES):
        with counter.get_lock():  # (1)
            counter.value += 1  # (2)


if __name__ == "__main__":
    counter = Value("i", 0)
    together = Barrier(CHILDREN)
    children = [
        Process(target=count, args=(counter, together)) for _ in range(CHILDREN)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected:", CHILDREN * UPDATES)
    print("counted: ", counter.value)  # (3)
