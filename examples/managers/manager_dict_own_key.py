"""Each child writes a key of its own, and the parent adds up.
每个子进程写自己的键，由父进程求和。"""

from multiprocessing import Barrier, Manager, Process

CHILDREN = 10


def work(number, shared, together):
    together.wait()
    shared[number] = number  # (1)


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
        print("sum:", sum(shared.values()))  # (2)
