"""Tries to make a running child a daemon.
想把已经在运行的子进程改成守护进程。"""

from multiprocessing import Event, Process


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = Event()
    child = Process(target=work, args=(may_end,))
    child.start()
    try:
        child.daemon = True
    except AssertionError as error:
        print("AssertionError:", error)
    may_end.set()
    child.join()
