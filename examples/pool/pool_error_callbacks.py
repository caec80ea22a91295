"""Callbacks for results and for errors, and the thread that runs them.
结果和异常各有回调，看看是哪个线程在执行它们。"""

import threading
from multiprocessing import Pool


def share(cake, guests):
    return cake / guests


def arrived(value):
    print("result", value, "in thread", threading.current_thread().name)


def failed(error):
    print(repr(error), "in thread", threading.current_thread().name)


if __name__ == "__main__":
    with Pool(2) as pool:
        for guests in (4, 0, 3):
            pool.apply_async(
                share, (12, guests), callback=arrived, error_callback=failed
            )
        pool.close()
        pool.join()  # (1)
    print("the end, in thread", threading.current_thread().name)
