"""A thread holds a lock while another thread forks: nobody frees the child's.
一个线程持有锁，另一个线程 fork：子进程里的那把锁没有人释放。"""

import threading
import warnings
from multiprocessing import get_context

lock = threading.Lock()
held, go_on = threading.Event(), threading.Event()


def hold():
    with lock:
        held.set()
        go_on.wait()


def work():
    print("child: got the lock:", lock.acquire(timeout=1))  # (1)


if __name__ == "__main__":
    warnings.simplefilter("always")  # (2)
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = get_context("fork").Process(target=work)
    child.start()  # (3)
    go_on.set()
    thread.join()
    child.join()
    print("main: got the lock:", lock.acquire(timeout=1))  # (4)
