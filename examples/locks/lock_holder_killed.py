"""A child is killed inside its with block: nobody releases the lock.
子进程在 with 块里被杀死：没有人释放锁。"""

import time
from multiprocessing import Event, Lock, Process


def hold(lock, taken):
    with lock:
        taken.set()
        time.sleep(60)


if __name__ == "__main__":
    lock, taken = Lock(), Event()
    child = Process(target=hold, args=(lock, taken))
    child.start()
    taken.wait()
    child.kill()
    child.join()
    print("exit code of the child:", child.exitcode)
    print("the parent gets the lock:", lock.acquire(timeout=1))
