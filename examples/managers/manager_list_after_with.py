"""Copies a shared list into an ordinary one, which outlives the manager.
把共享列表复制成普通列表，管理器没了它还在。"""

from multiprocessing import Manager, Process


def add(number, shared):
    shared.append(number)


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.list()
        children = [
            Process(target=add, args=(number, shared)) for number in range(3)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        numbers = shared[:]
    print(type(shared).__name__, type(numbers).__name__)
    print(sorted(numbers))
