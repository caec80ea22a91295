"""Tests whether a child sees what the parent changed before start().
检验父进程在 start() 之前改的东西，子进程看不看得到。"""

from multiprocessing import Pipe, Process

names = ["made at import"]


def report(connection):
    connection.send(names)


if __name__ == "__main__":
    names.append("added before start()")
    ours, theirs = Pipe()
    child = Process(target=report, args=(theirs,))
    child.start()
    seen = ours.recv()
    child.join()
    print("the parent has", names)
    print("the child sees", seen)
    print("holds:", seen == names)
