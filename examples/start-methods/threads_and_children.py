"""A thread holds a lock while children start: only a forked one is stuck.
启动子进程时有个线程持有锁：只有 fork 出来的那个会卡住。"""

import threading
from multiprocessing import get_context

lock = threading.Lock()
held, go_on = threading.Event(), threading.Event()


def hold():
    with lock:
        held.set()
        go_on.wait()


def work(method):
    got_it = lock.acquire(timeout=1)  # (1)
    print(f"{method}: the child got the lock: {got_it}", flush=True)


if __name__ == "__main__":
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()  # (2)
    for method in ("forkserver", "spawn", "fork"):
        child = get_context(method).Process(target=work, args=(method,))
        child.start()
        child.join()
    go_on.set()
    thread.join()
