"""A list passed as an argument is the child's own, except under fork.
作为参数传进去的列表归子进程自己所有，fork 除外。"""

# /// script
# dependencies = ["psutil"]
# ///

from multiprocessing import Process

import psutil


def own():
    return psutil.Process().memory_full_info().uss / 1e6


def work(numbers, size):
    mine = own()
    print(f"the child's own: {mine:.0f} MB")
    print("has a list of its own:", mine > size / 2)


if __name__ == "__main__":
    before = own()
    numbers = [float(number) for number in range(1_000_000)]
    size = own() - before
    print(f"the list: {size:.0f} MB", flush=True)
    child = Process(target=work, args=(numbers, size))  # (1)
    child.start()
    child.join()
