"""Without with, a manager ends when nobody in its process refers to it.
不用 with 时，本进程里再没有谁引用管理器，它就结束。"""

from multiprocessing import Event, Manager, Process


def add(names, go):
    go.wait()
    try:
        names.append("child")
        print("child: done", flush=True)
    except OSError as error:
        print("child:", type(error).__name__, flush=True)


def start_child(go):
    names = Manager().list()  # (1)
    child = Process(target=add, args=(names, go))
    child.start()
    return child, names


if __name__ == "__main__":
    go = Event()
    child, names = start_child(go)  # (2)
    go.set()
    child.join()
    print("kept by its proxy:", names)

    go = Event()
    child = start_child(go)[0]  # (3)
    go.set()
    child.join()
