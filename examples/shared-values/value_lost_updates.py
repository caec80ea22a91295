"""Four children count in one Value with +=, and updates are lost.
四个子进程用 += 给同一个 Value 计数，更新丢失了。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Barrier, Process, Value

CHILDREN = 4
UPDATES = 50_000


def count(counter, together):
    together.wait()  # (1)
    for _ in range(UPDATES):
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
