"""Tests whether a wrong release() raises the same error as in threading.
检验多余的 release() 抛出的异常是不是和 threading 里一样。"""

import multiprocessing
import threading


def error_of(lock):
    try:
        lock.release()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    here = error_of(multiprocessing.RLock())
    there = error_of(threading.RLock())
    print("multiprocessing.RLock:", here)
    print("threading.RLock:", there)
    print("holds:", here == there)
