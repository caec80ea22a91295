"""Hands in all work, closes the pool, waits, and takes the results.
交完任务，关闭进程池，等待，再取结果。"""

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(square, (n,)) for n in range(5)]
        pool.close()  # (1)
        pool.join()  # (2)
    print([result.get() for result in results])  # (3)
