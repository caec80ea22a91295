"""A daemon child that is joined ends like any other.
被 join 的守护子进程和别的子进程一样善终。"""

from multiprocessing import Event, Process


def work(may_end):
    try:
        may_end.wait()
        print("child: work done")
    finally:
        print("child: cleaned up")


if __name__ == "__main__":
    may_end = Event()
    child = Process(target=work, args=(may_end,), daemon=True)
    child.start()
    may_end.set()
    child.join()
    print("main: exit code of the child:", child.exitcode)
