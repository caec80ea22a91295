"""Five ways to give a task more than one argument.
给任务传多个参数的五种写法。"""

from functools import partial
from itertools import repeat
from multiprocessing import Pool


def interest(capital, percent, years=1):
    return capital * percent * years // 100


def interest_of(loan):
    return interest(**loan)


if __name__ == "__main__":
    capitals, percents = [1000, 2000, 500], [3, 4, 6]
    loans = [
        {"capital": 1000, "percent": 3, "years": 2},
        {"capital": 2000, "percent": 4},
    ]
    with Pool(2) as pool:
        print(pool.starmap(interest, zip(capitals, percents)))  # (1)
        print(pool.starmap(interest, zip(capitals, repeat(5))))  # (2)
        print(pool.map(partial(interest, percent=5), capitals))  # (3)
        print(pool.map(interest_of, loans))  # (4)
        results = [pool.apply_async(interest, kwds=loan) for loan in loans]
        print([result.get() for result in results])  # (5)
