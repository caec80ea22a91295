"""Four children count in one shared dict under a lock: nothing is lost.
四个子进程在锁的保护下给同一个共享字典计数：一次也不丢。"""

from multiprocessing import Barrier, Lock, Manager, Process

CHILDREN = 4
UPDATES = 250


def count(shared, lock, together):
    together.wait()
    for _ in range(UPDATES):
        with lock:  # (1)
            shared["n"] += 1


def counted(shared, lock):
    together = Barrier(CHILDREN)
    arguments = (shared, lock, together)
    children = [Process(target=count, args=arguments) for _ in range(CHILDREN)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return shared["n"]


if __name__ == "__main__":
    with Manager() as manager:
        lock = Lock()  # (2)
        print("multiprocessing.Lock:", counted(manager.dict(n=0), lock))
        lock = manager.Lock()  # (3)
        print("manager.Lock:", counted(manager.dict(n=0), lock))
