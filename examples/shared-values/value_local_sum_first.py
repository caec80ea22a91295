"""Each child counts on its own, and writes once, under the lock.
每个子进程先在本地计数，最后加锁只写一次。"""

from multiprocessing import Barrier, Process, Value

CHILDREN = 4
UPDATES = 50_000


def count(counter, together):
    together.wait()
    mine = 0
    for _ in range(UPDATES):
        mine += 1
    with counter.get_lock():
        counter.value += mine


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
    print("counted: ", counter.value)
