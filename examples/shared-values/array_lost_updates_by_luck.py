"""Ten children, one += each and no lock: right most of the time, by luck.
十个子进程各做一次 +=，不加锁：多数时候对，靠的是运气。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Array, Process


def add(numbers):
    numbers[0] += 100


if __name__ == "__main__":
    numbers = Array("i", 3)
    children = [Process(target=add, args=(numbers,)) for _ in range(10)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected: 1000")
    print("counted: ", numbers[0])
