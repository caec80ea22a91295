"""Runs a race of three children ten times, and counts the orders.
三个子进程赛跑十次，数一数出现了几种顺序。"""

from collections import Counter
from multiprocessing import Barrier, Process, SimpleQueue


def work(name, together, finish):
    together.wait()
    finish.put(name)


def race(names):
    together, finish = Barrier(len(names)), SimpleQueue()
    children = [
        Process(target=work, args=(name, together, finish)) for name in names
    ]
    for child in children:
        child.start()
    order = tuple(finish.get() for _ in names)
    for child in children:
        child.join()
    return order


if __name__ == "__main__":
    orders = Counter(race(("red", "green", "blue")) for _ in range(10))
    for order, count in orders.most_common():
        print(f"{count:2} times", *order)
    print("races:", orders.total())
