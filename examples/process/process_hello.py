"""Starts one child process and waits for it. 启动一个子进程，并等它结束。"""

from multiprocessing import Process, current_process


def greet(name):  # (1)
    print(f"Hello, {name}, from {current_process().name}")


if __name__ == "__main__":  # (2)
    child = Process(target=greet, args=("Ada",))  # (3)
    child.start()  # (4)
    child.join()  # (5)
    print("The child has ended with exit code", child.exitcode)
