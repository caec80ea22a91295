"""Reacts to whichever child ends first. 哪个子进程先结束，就先处理哪个。"""

from multiprocessing import Event, Process
from multiprocessing.connection import wait


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    gates = {"slow": Event(), "quick": Event()}
    children = [
        Process(target=work, args=(gate,), name=name)
        for name, gate in gates.items()
    ]
    for child in children:
        child.start()
    gates["quick"].set()
    running = {child.sentinel: child for child in children}
    while running:
        for sentinel in wait(running):
            child = running.pop(sentinel)
            child.join()
            print(child.name, "has ended")
            gates["slow"].set()
