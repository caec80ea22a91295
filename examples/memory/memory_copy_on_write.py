"""A forked child shares the parent's list, until it reads it.
fork 出来的子进程与父进程共用一个列表，直到它去读这个列表。"""

# /// script
# dependencies = ["psutil"]
#
# [tool.run]
# start-methods = ["fork"]
# ///

from multiprocessing import get_context

import psutil


def show(when):
    memory = psutil.Process().memory_full_info()
    rss, own = memory.rss / 1e6, memory.uss / 1e6  # (1)
    print(f"{when:21}  RSS {rss:3.0f} MB  its own {own:3.0f} MB")
    return own


def read():
    before = show("child, at its start")
    for number in numbers:  # (2)
        pass
    after = show("child, after reading")
    print("shared at first:", before < size / 4)
    print("copied by reading:", after - before > size / 2)


if __name__ == "__main__":
    before = show("parent, without list")
    numbers = [float(number) for number in range(1_000_000)]  # (3)
    size = show("parent, with list") - before
    child = get_context("fork").Process(target=read)
    child.start()
    child.join()
