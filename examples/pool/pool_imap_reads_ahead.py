"""imap() reads an endless generator on and on, though nobody takes results.
没有人取结果，imap() 照样一直往下读没有尽头的生成器。"""

import threading
from itertools import count
from multiprocessing import Pool

far_ahead = threading.Event()


def numbers():
    for number in count(1):
        if number == 5_000:
            print("read in thread", threading.current_thread().name)
            far_ahead.set()
        yield number


def double(number):
    return 2 * number


if __name__ == "__main__":
    with Pool(2) as pool:
        results = pool.imap(double, numbers())
        print("first result:", next(results))
        other = pool.apply_async(double, (21,))
        far_ahead.wait()  # (1)
        print("results taken: 1, numbers read: 5000 or more")
        print("the other task is done:", other.ready())  # (2)
