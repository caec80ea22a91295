"""Each child fills a slice of its own, so no lock is needed.
每个子进程只填自己那一段，不需要锁。"""

from multiprocessing import Array, Process

CHILDREN = 4
EACH = 5


def fill(squares, first):
    for place in range(first, first + EACH):
        squares[place] = place * place


if __name__ == "__main__":
    squares = Array("q", CHILDREN * EACH, lock=False)
    firsts = range(0, len(squares), EACH)
    children = [Process(target=fill, args=(squares, first)) for first in firsts]
    for child in children:
        child.start()
    for child in children:
        child.join()
    for first in firsts:
        print(*squares[first : first + EACH])
