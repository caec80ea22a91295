"""A child releases what its parent took: a Lock may be, an RLock may not.
父进程获取的锁由子进程释放：Lock 可以，RLock 不可以。"""

from multiprocessing import Lock, Process, RLock


def release(lock):
    lock.release()


if __name__ == "__main__":
    for lock in (Lock(), RLock()):
        lock.acquire()
        child = Process(target=release, args=(lock,))
        child.start()
        child.join()
        print(f"{type(lock).__name__}: exit code {child.exitcode}")
