"""Both children read before either writes, so one update is always lost.
两个子进程都先读后写，总会丢一次更新。"""

from multiprocessing import Barrier, Process, Value


def add_one(counter, both_have_read):
    seen = counter.value  # (1)
    both_have_read.wait()  # (2)
    counter.value = seen + 1  # (3)


if __name__ == "__main__":
    counter = Value("i", 0)
    both_have_read = Barrier(2)
    children = [
        Process(target=add_one, args=(counter, both_have_read))
        for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected: 2")
    print("counted: ", counter.value)
    print("lock:    ", type(counter.get_lock()).__name__)  # (4)
