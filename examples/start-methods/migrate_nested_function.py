"""A function inside a function, made into one that can travel.
把写在函数里面的函数，改成能传给子进程的。"""

from functools import partial
from multiprocessing import Pool


def times(factor, number):
    return factor * number


def multiply_all(factor, numbers):
    with Pool(2) as pool:
        return pool.map(partial(times, factor), numbers)


def multiply_all_nested(factor, numbers):
    def times_factor(number):
        return factor * number

    with Pool(2) as pool:
        return pool.map(times_factor, numbers)


if __name__ == "__main__":
    print(multiply_all(7, [1, 2, 3]))
    try:
        multiply_all_nested(7, [1, 2, 3])
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
