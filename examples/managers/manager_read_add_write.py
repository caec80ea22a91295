"""Two children read the same number before either of them writes.
两个子进程都读到同一个数之后，才各自写回。"""

from multiprocessing import Barrier, Manager, Process


def add(shared, together):
    number = shared["n"]  # (1)
    together.wait()  # (2)
    shared["n"] = number + 1  # (3)


if __name__ == "__main__":
    together = Barrier(2)
    with Manager() as manager:
        shared = manager.dict(n=7)
        children = [
            Process(target=add, args=(shared, together)) for _ in range(2)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("7 + 1 + 1 =", shared["n"])
