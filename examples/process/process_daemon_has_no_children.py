"""A daemon child must not start children of its own.
守护子进程不能再启动自己的子进程。"""

from multiprocessing import Process


def work():
    print("grandchild: working")


def manage():
    try:
        Process(target=work).start()
    except AssertionError as error:
        print("AssertionError:", error)


if __name__ == "__main__":
    child = Process(target=manage, daemon=True)
    child.start()
    child.join()
