"""Tests whether a child can be started only where there is os.fork().
检验是不是有 os.fork() 的地方才能启动子进程。"""

import os
from multiprocessing import get_context


def refuse():
    raise OSError("there is no fork here")


def work(connection):
    connection.send("done")


if __name__ == "__main__":
    os.fork = refuse
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=work, args=(theirs,))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    print("holds:", child.exitcode != 0 or ours.recv() != "done")
