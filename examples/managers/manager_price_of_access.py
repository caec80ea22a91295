"""Measures what it costs to deliver one number: Array, Queue, Manager.
测量交付一个数的开销：Array、Queue 和管理器。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Array, Barrier, Manager, Process, Queue

COUNT = 5_000


def assign(target):
    for number in range(COUNT):
        target[number] = number


def put(target):
    for number in range(COUNT):
        target.put(number)


def work(deliver, target, together):
    together.wait()
    together.wait()
    deliver(target)
    together.wait()


def measure(name, deliver, target):
    together = Barrier(2)
    child = Process(target=work, args=(deliver, target, together))
    child.start()
    together.wait()
    began = time.perf_counter()
    together.wait()
    if deliver is put:
        for _ in range(COUNT):
            target.get()  # (1)
    together.wait()  # (2)
    microseconds = 1_000_000 * (time.perf_counter() - began) / COUNT
    child.join()
    print(f"{name:18}{microseconds:8.2f}")


if __name__ == "__main__":
    print("way               microseconds for one number")
    measure("list, not shared", assign, [0] * COUNT)  # (3)
    measure("Array, lock=False", assign, Array("q", COUNT, lock=False))
    measure("Array", assign, Array("q", COUNT))
    measure("Queue", put, Queue())
    with Manager() as manager:
        measure("manager.list()", assign, manager.list([0] * COUNT))
        measure("manager.dict()", assign, manager.dict())
        measure("manager.Queue()", put, manager.Queue())
