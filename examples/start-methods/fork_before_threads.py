"""Forks first and starts threads afterwards: no warning, no stuck lock.
先 fork，再启动线程：没有警告，锁也不会卡住。"""

# /// script
# [tool.run]
# start-methods = ["fork"]
# ///

import threading
import warnings
from multiprocessing import Pipe, Process

lock = threading.Lock()


def work(jobs):
    while (number := jobs.recv()) is not None:
        with lock:
            print("child:", number)


if __name__ == "__main__":
    warnings.simplefilter("error")
    ours, theirs = Pipe()
    child = Process(target=work, args=(theirs,))
    child.start()
    with lock:
        thread = threading.Thread(target=ours.send, args=(7,))
        thread.start()
        thread.join()
    ours.send(None)
    child.join()
    print("exit code", child.exitcode)
