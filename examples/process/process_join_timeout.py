"""Waits for a child, but not for ever. 等子进程，但不无限期地等。"""

from multiprocessing import Event, Process


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = Event()
    child = Process(target=work, args=(may_end,))
    child.start()
    print("join() returned", child.join(timeout=0.1))
    print("exit code:", child.exitcode)
    may_end.set()
    print("join() returned", child.join(timeout=10))
    print("exit code:", child.exitcode)
