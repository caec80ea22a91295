"""A semaphore limits how far imap_unordered() reads ahead.
用信号量限制 imap_unordered() 往前读多远。"""

import threading
from itertools import count
from multiprocessing import Pool

AHEAD = 10


def limited(items, places, stopped):
    for item in items:
        places.acquire()  # (1)
        if stopped.is_set():
            return
        yield item


def double(number):
    return 2 * number


if __name__ == "__main__":
    places, stopped = threading.Semaphore(AHEAD), threading.Event()
    read = count(1)
    with Pool(2) as pool:
        items = limited(read, places, stopped)
        for taken, _ in enumerate(pool.imap_unordered(double, items), 1):
            places.release()  # (2)
            if taken == 1_000:
                break
        stopped.set()  # (3)
        places.release()
    print("at most one more than AHEAD:", next(read) - 1 - taken <= AHEAD + 1)
