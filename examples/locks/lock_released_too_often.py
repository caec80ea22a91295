"""One release() too many: a Lock and an RLock say it differently.
多释放一次：Lock 和 RLock 报的错不一样。"""

import multiprocessing
import threading

if __name__ == "__main__":
    for module in (multiprocessing, threading):
        for lock in (module.Lock(), module.RLock()):
            lock.acquire()
            lock.release()
            try:
                lock.release()
            except Exception as error:
                print(f"{module.__name__} {type(lock).__name__}")
                print(f"  {type(error).__name__}: {error}")
