"""Three ways to do work inside the work of a pool.
任务里面还要再分任务：三种办法。"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number


def sum_by_processes(limit):
    with Pool(2) as pool:
        return sum(pool.map(square, range(limit)))


def sum_by_threads(limit):
    with ThreadPool(2) as pool:
        return sum(pool.map(square, range(limit)))


if __name__ == "__main__":
    limits = [10, 100]
    with ProcessPoolExecutor(2) as executor:
        print("executor:", list(executor.map(sum_by_processes, limits)))  # (1)

    with Pool(2) as pool:
        print("threads:", pool.map(sum_by_threads, limits))  # (2)
        numbers = [number for limit in limits for number in range(limit)]
        squares = iter(pool.map(square, numbers))  # (3)
        sums = [sum(next(squares) for _ in range(n)) for n in limits]
        print("one level:", sums)
        pool.close()
        pool.join()
