"""A child that is not joined finds its manager gone.
没有被 join 的子进程，要用时管理器已经没了。"""

from multiprocessing import Event, Manager, Process


def add(names, ended):
    ended.wait()  # (1)
    names.append("child")


if __name__ == "__main__":
    ended = Event()
    with Manager() as manager:
        names = manager.list()
        child = Process(target=add, args=(names, ended))
        child.start()
    ended.set()  # (2)
    child.join()  # (3)
    print("exit code of the child:", child.exitcode)
