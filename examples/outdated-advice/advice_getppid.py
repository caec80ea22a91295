"""Tests whether os.getppid() in a child is the pid of its parent.
检验子进程里的 os.getppid() 是不是父进程的 pid。"""

import os
from multiprocessing import Pipe, Process, parent_process


def report(connection):
    connection.send((os.getppid(), parent_process().pid))


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=report, args=(theirs,))
    child.start()
    by_system, by_module = ours.recv()
    child.join()
    print("parent_process().pid is the parent's:", by_module == os.getpid())
    print("os.getppid() is the parent's:", by_system == os.getpid())
    print("holds:", by_system == os.getpid())
