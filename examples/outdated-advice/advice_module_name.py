"""Tests whether a child's module is named __main__, as the parent's is.
检验子进程的模块名是不是 __main__，和父进程一样。"""

from multiprocessing import Pipe, Process


def report(connection):
    connection.send(__name__)


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=report, args=(theirs,))
    child.start()
    name = ours.recv()
    child.join()
    print("module of the child:", name)
    print("holds:", name == "__main__")
