"""Forks first and starts threads afterwards: no warning, no stuck lock.
先 fork，再启动线程：没有警告，锁也不会卡住。"""

import threading
import warnings
from multiprocessing import Pipe, get_context

lock = threading.Lock()


def work(jobs):
    while (number := jobs.recv()) is not None:
        with lock:
            print("child:", number)


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = get_context("fork").Process(target=work, args=(theirs,))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        child.start()
    with lock:
        thread = threading.Thread(target=ours.send, args=(7,))
        thread.start()
        thread.join()
    ours.send(None)
    child.join()
    print("warnings:", len(caught))
