"""A parent that ends without join() takes the array's lock away.
父进程不 join 就结束，数组的锁也被它收走了。"""

# /// script
# [tool.run]
# start-methods = ["forkserver", "spawn"]
# ///

from multiprocessing import Array, Process
from time import sleep


class LargeTable:
    def __reduce__(self):
        return sleep, (1,)  # (1)


def add(table, numbers):
    with numbers.get_lock():
        numbers[0] += 100
    print("child: done")


if __name__ == "__main__":
    numbers = Array("i", 3)
    Process(target=add, args=(LargeTable(), numbers)).start()
    print("main: the last line")  # (2)
