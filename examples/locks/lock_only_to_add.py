"""Four children compute, and take the lock only to add their result.
四个子进程各自计算，只在加上结果时才获取锁。"""

from multiprocessing import Lock, Process, Value


def add_squares(numbers, lock, total):
    mine = sum(number * number for number in numbers)
    with lock:
        total.value += mine


if __name__ == "__main__":
    lock, total = Lock(), Value("q", 0, lock=False)
    children = [
        Process(target=add_squares, args=(range(start, 1_000, 4), lock, total))
        for start in range(4)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected:", sum(number * number for number in range(1_000)))
    print("total:   ", total.value)
