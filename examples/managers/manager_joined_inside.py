"""Joins the child and copies the list, and only then lets the manager end.
先 join 子进程、复制列表，然后才让管理器结束。"""

from multiprocessing import Manager, Process


def add(names):
    names.append("child")


if __name__ == "__main__":
    with Manager() as manager:
        names = manager.list()
        child = Process(target=add, args=(names,))
        child.start()
        child.join()  # (1)
        result = names[:]  # (2)
    print("exit code of the child:", child.exitcode)
    print(result)
