"""A list inside a shared dict: what the child appends is lost.
共享字典里的列表：子进程追加的东西丢了。"""

from multiprocessing import Manager, Process


def add(shared):
    shared["names"].append("child")  # (1)
    names = shared["names"]  # (2)
    print("child: the copy is a", type(names).__name__, names, flush=True)


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict(names=[])
        child = Process(target=add, args=(shared,))
        child.start()
        child.join()
        print("exit code of the child:", child.exitcode)
        print("parent:", shared["names"])
