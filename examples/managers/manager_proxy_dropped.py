"""The manager runs, but nobody in the parent refers to the list any more.
管理器还在运行，可是父进程里再没有谁引用那个列表。"""

from multiprocessing import Event, Manager, Process
from multiprocessing.managers import RemoteError


def add(names, go):
    go.wait()
    try:
        names.append("child")
        print("child: done", flush=True)
    except RemoteError as error:
        print("child:", str(error).strip().splitlines()[-2], flush=True)


def start(names, go):
    child = Process(target=add, args=(names, go))
    child.start()  # (1)
    return child


if __name__ == "__main__":
    with Manager() as manager:
        go = Event()
        child = start(manager.list(), go)  # (2)
        go.set()
        child.join()

        go = Event()
        names = manager.list()  # (3)
        child = start(names, go)
        go.set()
        child.join()
        print(names)
