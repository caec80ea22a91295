"""An exception between acquire() and release(): the lock stays taken.
acquire() 和 release() 之间抛出异常：锁一直被占着。"""

from multiprocessing import Lock, Process


def work(lock):
    lock.acquire()
    int("ten")  # (1)
    lock.release()  # (2)


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=work, args=(lock,))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    got_it = lock.acquire(timeout=1)  # (3)
    print("the parent gets the lock:", got_it)
