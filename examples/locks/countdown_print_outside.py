"""Printed outside the lock, each number comes once, but in any order.
在锁外面打印：每个数都出现一次，次序不定。"""

from multiprocessing import Lock, Process, Value


def count_down(lock, left):
    with lock:
        left.value -= 1
        mine = left.value
    print(mine, "left")


if __name__ == "__main__":
    lock = Lock()
    left = Value("i", 10, lock=False)
    children = [
        Process(target=count_down, args=(lock, left)) for _ in range(10)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("Go!")
