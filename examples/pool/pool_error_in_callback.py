"""An exception in a callback ends the thread that takes in the results.
回调里抛出异常，接收结果的线程就结束了。"""

import threading
from multiprocessing import Pool, TimeoutError


def broken(value):
    raise RuntimeError("an error in the callback")


if __name__ == "__main__":
    threading.excepthook = lambda hook: print("thread:", hook.exc_value)  # (1)
    pool = Pool(2)
    taker = next(t for t in threading.enumerate() if "results" in t.name)
    first = pool.apply_async(abs, (-1,), callback=broken)
    taker.join()  # (2)
    second = pool.apply_async(abs, (-2,))
    for name, result in (("first", first), ("second", second)):
        try:
            print(name, result.get(timeout=1))  # (3)
        except TimeoutError:
            print(name, "result: TimeoutError")
    try:
        pool.terminate()
    except AssertionError as error:
        print("terminate(): AssertionError:", error)
