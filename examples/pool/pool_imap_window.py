"""Reads at most ten items ahead of the result that is taken.
最多比取走的结果多读十个元素。"""

from collections import deque
from itertools import count, islice
from multiprocessing import Pool


def numbers():
    for number in count(1):
        print(number, end=" ")
        yield number


def double(number):
    return 2 * number


def imap_ahead(pool, function, items, ahead):
    waiting = deque()
    for item in items:  # (1)
        waiting.append(pool.apply_async(function, (item,)))
        if len(waiting) == ahead:
            yield waiting.popleft().get()  # (2)
    while waiting:
        yield waiting.popleft().get()  # (3)


if __name__ == "__main__":
    with Pool(2) as pool:
        results = imap_ahead(pool, double, numbers(), ahead=10)
        for result in islice(results, 3):
            print("-> result", result)
        print(list(imap_ahead(pool, double, [1, 2, 3], ahead=10)))
