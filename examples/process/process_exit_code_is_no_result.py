"""Tries to return numbers as exit codes: only eight bits arrive.
用退出码返回数字：只有 8 位能传回来。"""

import sys
from multiprocessing import Process


def square(number):
    sys.exit(number * number)


if __name__ == "__main__":
    for number in (5, 15, 16, 20):
        child = Process(target=square, args=(number,))
        child.start()
        child.join()
        print(f"{number * number} came back as {child.exitcode}")
