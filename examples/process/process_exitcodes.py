"""Collects the exit codes of children that end in different ways.
以不同方式结束的子进程，退出码各是什么。"""

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
    returned = Process(target=return_normally)
    exited = Process(target=exit_with_3)
    raised = Process(target=raise_an_error, name="unlucky")
    terminated = Process(target=sleep_for_a_minute)
    killed = Process(target=sleep_for_a_minute)
    children = [returned, exited, raised, terminated, killed]
    for child in children:
        child.start()
    print("still running:", terminated.exitcode)  # (1)
    terminated.terminate()  # (2)
    killed.kill()  # (3)
    for child in children:
        child.join()
    print("returned:", returned.exitcode)
    print("sys.exit(3):", exited.exitcode)
    print("exception:", raised.exitcode)  # (4)
    print("terminate():", terminated.exitcode)
    print("kill():", killed.exitcode)
