"""Four children count in one shared dict with +=, and updates are lost.
四个子进程用 += 在同一个共享字典里计数，更新丢失了。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Barrier, Manager, Process

CHILDREN = 4
UPDATES = 250


def count(shared, together):
    together.wait()
    for _ in range(UPDATES):
        shared["n"] += 1  # (1)


if __name__ == "__main__":
    together = Barrier(CHILDREN)
    with Manager() as manager:
        shared = manager.dict(n=0)
        children = [
            Process(target=count, args=(shared, together))
            for _ in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("expected:", CHILDREN * UPDATES)
        print("counted: ", shared["n"])  # (2)
