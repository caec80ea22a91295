"""A Value that only a helper function knows is gone before the child opens it.
只有辅助函数知道的 Value，子进程还没打开就没了。"""

from multiprocessing import Process, Value
from time import sleep


class LargeTable:
    def __reduce__(self):
        return sleep, (1,)  # (1)


def add(table, counter):
    with counter.get_lock():
        counter.value += 1


def start_child():
    counter = Value("i", 0)
    child = Process(target=add, args=(LargeTable(), counter))
    child.start()
    return child  # (2)


if __name__ == "__main__":
    child = start_child()
    child.join()  # (3)
    print("exit code of the child:", child.exitcode)
