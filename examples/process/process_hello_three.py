"""Starts three children, then waits for all three.
先启动三个子进程，再等三个都结束。"""

from multiprocessing import Process, current_process


def greet(name):
    print(f"Hello, {name}, from {current_process().name}")


if __name__ == "__main__":
    children = [
        Process(target=greet, args=(name,))
        for name in ("Ada", "Grace", "Edsger")
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("All three have ended")
