"""Shows what different arguments of sys.exit() become.
sys.exit() 的不同参数变成什么退出码。"""

import sys
from multiprocessing import Process

ARGUMENTS = [None, 0, 7, 256 + 7, "out of paper"]


def leave(argument):
    sys.exit(argument)


if __name__ == "__main__":
    for argument in ARGUMENTS:
        child = Process(target=leave, args=(argument,))
        child.start()
        child.join()
        print(f"sys.exit({argument!r}): {child.exitcode}")
