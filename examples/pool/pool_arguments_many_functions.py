"""One list of tasks, each with its own function and arguments.
一个任务列表，每个任务有自己的函数和参数。"""

from math import comb, gcd
from multiprocessing import Pool


def call(function, arguments, keywords):
    return function(*arguments, **keywords)


if __name__ == "__main__":
    tasks = [
        (gcd, (12, 18), {}),
        (comb, (5, 2), {}),
        (sorted, ([3, 1, 2],), {"reverse": True}),
    ]
    with Pool(2) as pool:
        print(pool.starmap(call, tasks))
