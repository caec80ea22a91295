"""Ten children write one key of a shared dict: a single number is left.
十个子进程写共享字典的同一个键：最后只剩一个数。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Barrier, Manager, Process

CHILDREN = 10


def work(number, shared, together):
    together.wait()
    shared["num"] = number  # (1)


if __name__ == "__main__":
    together = Barrier(CHILDREN)
    with Manager() as manager:
        shared = manager.dict()
        children = [
            Process(target=work, args=(number, shared, together))
            for number in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("entries:", len(shared))
        print("num:", shared["num"])
