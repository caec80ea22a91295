"""A global that only the parent makes is missing in the child.
只在父进程里建立的全局变量，子进程里没有。"""

from multiprocessing import Process


def report():
    print("the child sees", language)


if __name__ == "__main__":
    language = "Chinese"  # (1)
    child = Process(target=report)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
