"""A forked child reads an array, and the memory stays shared.
fork 出来的子进程读一个 array，内存仍然是共用的。"""

# /// script
# dependencies = ["psutil"]
#
# [tool.run]
# start-methods = ["fork"]
# ///

from array import array
from multiprocessing import get_context

import psutil


def own():
    return psutil.Process().memory_full_info().uss / 1e6


def read():
    before = own()
    print(f"sum: {sum(numbers):.0f}")
    after = own()
    print(f"its own: {before:.0f} MB, then {after:.0f} MB")
    print("copied by reading:", after - before > size / 2)


if __name__ == "__main__":
    before = own()
    numbers = array("d", range(4_000_000))  # (1)
    size = own() - before
    print(f"the array: {size:.0f} MB")
    child = get_context("fork").Process(target=read)
    child.start()
    child.join()
