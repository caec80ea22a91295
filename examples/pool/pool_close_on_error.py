"""Closes the pool when all goes well, and terminates it on an error.
一切正常就 close()，出了错就 terminate()。"""

from contextlib import contextmanager
from multiprocessing import Pool


@contextmanager
def finished_pool(processes):
    with Pool(processes) as pool:
        yield pool
        pool.close()
        pool.join()


def square(number):
    return number * number


if __name__ == "__main__":
    with finished_pool(2) as pool:
        results = [pool.apply_async(square, (n,)) for n in range(5)]
    print([result.get() for result in results])
    try:
        with finished_pool(2) as pool:
            raise KeyError("no such column")
    except KeyError as error:
        print("KeyError:", error)
