"""wait() and notify() without the lock, here and in threading.
不持有锁就 wait() 和 notify()：这里和 threading 里各报什么错。"""

import multiprocessing
import threading


def attempt(call):
    try:
        call()
    except (AssertionError, RuntimeError) as error:
        print(f"  {call.__name__}(): {type(error).__name__}: {error}")


if __name__ == "__main__":
    for module in (multiprocessing, threading):
        print(module.__name__)
        changed = module.Condition()
        attempt(changed.wait)
        attempt(changed.notify)
