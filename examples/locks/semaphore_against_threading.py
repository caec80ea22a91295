"""The same calls for a semaphore of threading and one of multiprocessing.
同样的调用，分别用于 threading 和 multiprocessing 的信号量。"""

import multiprocessing
import threading


def attempt(name, call):
    try:
        print(f"  {name}: {call()}")
    except Exception as error:
        print(f"  {name}: {type(error).__name__}: {error}")


def compare(slots):
    attempt("acquire(blocking=False)", lambda: slots.acquire(blocking=False))
    attempt("acquire(block=False)", lambda: slots.acquire(block=False))
    attempt("release(1)", lambda: slots.release(1))
    attempt("release()", slots.release)


if __name__ == "__main__":
    for module in (threading, multiprocessing):
        print(module.__name__)
        compare(module.Semaphore(2))
