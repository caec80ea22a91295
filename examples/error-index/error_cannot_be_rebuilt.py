"""An error that the parent cannot rebuild: the pool waits forever.
父进程无法还原的异常：进程池一直等下去。"""

import threading
from multiprocessing import Pool, TimeoutError


class OrderError(Exception):
    def __init__(self, customer, order):
        super().__init__(f"{customer} has no order {order}")


def find(order):
    raise OrderError("Ada", order)


def tell(caught):
    name = caught.exc_type.__name__
    print(f"Exception in thread {caught.thread.name}:")
    print(f"{name}: {caught.exc_value}")


if __name__ == "__main__":
    threading.excepthook = tell
    pool = Pool(1)
    taker = next(t for t in threading.enumerate() if "results" in t.name)
    result = pool.apply_async(find, (7,))
    taker.join()
    try:
        result.get(timeout=1)
    except TimeoutError:
        print("no result, and no error")
    try:
        pool.terminate()
    except AssertionError as error:
        print(f"AssertionError: {error}")
