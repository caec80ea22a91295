"""The with block releases the lock, although an exception leaves it.
with 块里抛出异常，锁照样释放。"""

from multiprocessing import Lock, Process


def work(lock):
    with lock:  # (1)
        int("ten")


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=work, args=(lock,))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    got_it = lock.acquire(timeout=1)
    print("the parent gets the lock:", got_it)
    if got_it:
        lock.release()
