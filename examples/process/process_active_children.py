"""Lists the children that are running, by name. 按名字列出正在运行的子进程。"""

from multiprocessing import Event, Process, active_children


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = Event()
    children = [
        Process(target=work, args=(may_end,), name=name)
        for name in ("reader", "writer")
    ]
    for child in children:
        child.start()
    print("running:", sorted(child.name for child in active_children()))
    may_end.set()
    for child in children:
        child.join()
    print("running:", active_children())
