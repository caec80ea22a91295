"""A child has a name before it starts, and a pid only afterwards.
启动之前就有名字，启动之后才有 pid。"""

from multiprocessing import Process


def work():
    pass


if __name__ == "__main__":
    child = Process(target=work)
    print("before start():", child.name, "has the pid", child.pid)
    child.start()
    print("after start(): the pid is a number:", isinstance(child.pid, int))
    pid = child.pid
    child.join()
    print("after join(): the pid is still the same:", child.pid == pid)
