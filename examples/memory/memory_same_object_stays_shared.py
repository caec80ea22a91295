"""Reading a list of one and the same object copies nothing.
列表里全是同一个对象，读它什么也不会复制。"""

# /// script
# dependencies = ["psutil"]
#
# [tool.run]
# start-methods = ["fork"]
# ///

from multiprocessing import get_context

import psutil


def own():
    return psutil.Process().memory_full_info().uss / 1e6


def read():
    before = own()
    for number in numbers:
        pass
    after = own()
    print(f"its own: {before:.0f} MB, then {after:.0f} MB")
    print("copied by reading:", after - before > size / 2)


if __name__ == "__main__":
    before = own()
    numbers = [0.5] * 4_000_000
    size = own() - before
    print(f"the list: {size:.0f} MB")
    child = get_context("fork").Process(target=read)
    child.start()
    child.join()
