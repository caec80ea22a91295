"""Maps a function over a list by a pool of worker processes.
用进程池把一个函数作用到列表的每一个元素上。"""

from multiprocessing import Pool


def primes_below(limit):
    return sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    limits = [40_000, 10, 30_000, 100, 20_000, 1_000]
    with Pool() as pool:  # (1)
        counts = pool.map(primes_below, limits)  # (2)
    print(counts)  # (3)
