"""Shows each result when it is ready, and how many there are so far.
每有一个结果就显示出来，并显示已经有了几个。"""

from multiprocessing import Pool


def primes_below(limit):
    count = sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, limit)
    )
    return limit, count  # (1)


if __name__ == "__main__":
    limits = [40_000, 10_000, 1_000, 100]
    with Pool() as pool:
        results = pool.imap_unordered(primes_below, limits)  # (2)
        for done, (limit, count) in enumerate(results, start=1):
            print(f"{done} of {len(limits)}: {count} primes below {limit}")
