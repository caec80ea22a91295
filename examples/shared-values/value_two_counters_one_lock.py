"""Two Values share one lock, so that money moves between them in one step.
两个 Value 共用一把锁，转账一步完成。"""

from multiprocessing import Barrier, Process, RLock, Value

TRANSFERS = 1_000


def transfer(source, target, together):
    together.wait()
    for _ in range(TRANSFERS):
        with source.get_lock():
            source.value -= 1
            target.value += 1


if __name__ == "__main__":
    lock = RLock()
    left, right = Value("i", 500, lock=lock), Value("i", 500, lock=lock)
    together = Barrier(3)
    children = [
        Process(target=transfer, args=(left, right, together)),
        Process(target=transfer, args=(right, left, together)),
    ]
    for child in children:
        child.start()
    together.wait()
    for _ in range(100):
        with lock:
            assert left.value + right.value == 1000
    for child in children:
        child.join()
    print("same lock:", left.get_lock() is right.get_lock())
    print("left:", left.value, "right:", right.value)
