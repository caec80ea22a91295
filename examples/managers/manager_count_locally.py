"""Each child counts for itself and appends one number to a shared list.
每个子进程自己计数，只往共享列表里追加一个数。"""

from multiprocessing import Manager, Process

CHILDREN = 4
UPDATES = 250


def count(counts):
    mine = 0
    for _ in range(UPDATES):
        mine += 1
    counts.append(mine)  # (1)


if __name__ == "__main__":
    with Manager() as manager:
        counts = manager.list()
        children = [
            Process(target=count, args=(counts,)) for _ in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("counted:", sum(counts[:]))
