"""The parent keeps a reference to the Value until it has joined the child.
父进程一直留着 Value 的引用，直到 join 返回。"""

from multiprocessing import Process, Value
from time import sleep


class LargeTable:
    def __reduce__(self):
        return sleep, (1,)


def add(table, counter):
    with counter.get_lock():
        counter.value += 1


def start_child():
    counter = Value("i", 0)
    child = Process(target=add, args=(LargeTable(), counter))
    child.start()
    return child, counter  # (1)


if __name__ == "__main__":
    child, counter = start_child()
    child.join()
    print("exit code of the child:", child.exitcode)
    print("counter:", counter.value)
