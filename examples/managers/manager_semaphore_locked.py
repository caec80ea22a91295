"""Asks the locks of a manager whether they are taken; locked() is new in 3.14.
问管理器的锁是否被占用；locked() 从 3.14 起才有。"""

from multiprocessing import Manager
from multiprocessing.managers import RemoteError

if __name__ == "__main__":
    with Manager() as manager:
        for name in ("Lock", "RLock", "Semaphore", "Condition"):
            lock = getattr(manager, name)()
            try:
                print(f"{name}: {lock.locked()}")
            except (AttributeError, RemoteError) as error:
                print(f"{name}: {type(error).__name__}")
