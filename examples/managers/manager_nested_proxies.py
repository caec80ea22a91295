"""A shared list inside a shared dict keeps what the children append.
共享字典里放共享列表，子进程追加的东西就留得住。"""

from multiprocessing import Manager, Process

CHILDREN = 4


def add(number, shared):
    shared["names"].append(f"child {number}")  # (1)


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict()
        shared["names"] = manager.list()  # (2)
        children = [
            Process(target=add, args=(number, shared))
            for number in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(shared)  # (3)
        print(sorted(shared["names"]))
