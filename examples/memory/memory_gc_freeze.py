"""A child's garbage collection copies your objects, unless frozen.
子进程里的垃圾回收会复制父进程的对象，除非先冻结它们。"""

# /// script
# dependencies = ["psutil"]
#
# [tool.run]
# start-methods = ["fork"]
# ///

import gc
from multiprocessing import get_context

import psutil


def own():
    return psutil.Process().memory_full_info().uss / 1e6


def collect():
    before = own()
    gc.collect()
    after = own()
    print(f"its own: {before:.0f} MB, then {after:.0f} MB")
    print("copied by collecting:", after - before > size / 2)


def in_a_child():
    child = get_context("fork").Process(target=collect)
    child.start()
    child.join()


if __name__ == "__main__":
    before = own()
    lists = [[] for _ in range(400_000)]
    size = own() - before
    in_a_child()
    gc.freeze()
    in_a_child()
