"""A Lock is not given twice, not even to its holder; an RLock is.
Lock 不会给第二次，对持有者也不例外；RLock 会给。"""

from multiprocessing import Lock, RLock

if __name__ == "__main__":
    for lock in (Lock(), RLock()):
        print(type(lock).__name__)
        lock.acquire()
        print("  at once:        ", lock.acquire(block=False))  # (1)
        print("  within a second:", lock.acquire(timeout=1))  # (2)
