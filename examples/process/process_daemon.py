"""A daemon child is ended when the program ends, and cleans up nothing.
程序一结束，守护子进程就被终止，什么也不清理。"""

import time
from multiprocessing import Event, Process


def watch(ready):
    try:
        print("child: watching", flush=True)
        ready.set()
        time.sleep(60)
    finally:
        print("child: cleaned up")  # (1)


if __name__ == "__main__":
    ready = Event()
    child = Process(target=watch, args=(ready,), daemon=True)  # (2)
    child.start()
    ready.wait()
    print("main: my last line")  # (3)
