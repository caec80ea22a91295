"""Collects the exit codes of children that end in different ways. 以不同方式结束的子进程，退出码各是什么。"""

import sys
import time
from multiprocessing import Process


def return_normally():
    return "this value is lost"


def exit_with_3():
    sys.exit(3)


def raise_an_error():
    raise ValueError("no such order")


def sleep_for_a_minute():
    time.sleep(60)


if __name__ == "__main__":
    children = [Process(target=target) for target in (return_normally, exit_with_3, raise_an_error)]
    terminated, killed = Process(target=sleep_for_a_minute), Process(target=sleep_for_a_minute)
    for child in (*children, terminated, killed):
        child.start()
    print("still running:", terminated.exitcode)  # (1)
    terminated.terminate()  # (2)
    killed.kill()  # (3)
    for child in (*children, terminated, killed):
        child.join()
    print("returned:", children[0].exitcode)
    print("sys.exit(3):", children[1].exitcode)
    print("exception:", children[2].exitcode)  # (4)
    print("terminate():", terminated.exitcode)
    print("kill():", killed.exitcode)
