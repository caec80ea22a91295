"""Asks a child to stop and lets it clean up. 请子进程停下，让它有机会清理。"""

from multiprocessing import Event, Process


def watch(ready, stop):
    try:
        print("child: watching", flush=True)
        ready.set()
        while not stop.wait(timeout=0.1):  # (1)
            pass  # one round of work
    finally:
        print("child: cleaned up")


if __name__ == "__main__":
    ready, stop = Event(), Event()
    child = Process(target=watch, args=(ready, stop))
    child.start()
    ready.wait()
    stop.set()  # (2)
    child.join()
    print("main: my last line")
