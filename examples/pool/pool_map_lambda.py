"""Gives a lambda to map(): no start method can send it to a worker.
把 lambda 交给 map()：无论哪种启动方式，都没法把它发给工作进程。"""

from multiprocessing import Pool


def double(number):
    return 2 * number


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.map(lambda number: 2 * number, range(5))  # (1)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
        print(pool.map(double, range(5)))  # (2)
