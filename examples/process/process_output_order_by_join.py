"""Keeps the order by letting one child run at a time.
一次只让一个子进程运行，顺序就定了。"""

from multiprocessing import Process


def work(name):
    print(name)


if __name__ == "__main__":
    for name in ("red", "green", "blue"):
        child = Process(target=work, args=(name,))
        child.start()
        child.join()
