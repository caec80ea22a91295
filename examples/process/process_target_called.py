"""Calls the function instead of handing it over, so the parent runs it.
写成了调用函数，于是由父进程自己执行。"""

from multiprocessing import Process, current_process


def greet(name):
    print(f"Hello, {name}, from {current_process().name}")


if __name__ == "__main__":
    child = Process(target=greet("Ada"))  # (1)
    child.start()
    child.join()
    print("The child has ended with exit code", child.exitcode)  # (2)
