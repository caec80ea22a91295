"""Shows that a Value made at the top level is another one in the child.
在最外层建的 Value，子进程里的是另外一个。"""

from multiprocessing import Process, Value

total = Value("i", 0, lock=False)  # (1)


def show():
    print("child: the total is", total.value)


if __name__ == "__main__":
    total.value = 7
    child = Process(target=show)  # (2)
    child.start()
    child.join()
