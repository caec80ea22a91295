"""Searches on all cores, and stops at the first hit.
在所有核上搜索，找到一个就停下。"""

from hashlib import sha256
from multiprocessing import Pool


def try_numbers(start):
    for number in range(start, start + 5_000):
        digest = sha256(str(number).encode()).hexdigest()
        if digest.startswith("0000"):
            return number, digest
    return None


if __name__ == "__main__":
    with Pool() as pool:
        for hit in pool.imap_unordered(try_numbers, range(0, 10**7, 5_000)):
            if hit:
                print("number {}: {}".format(*hit))
                break  # (1)
