"""A child that watches os.getppid() believes that its parent is dead.
靠 os.getppid() 判断，子进程会以为父进程已死。"""

import os
from multiprocessing import Process, parent_process


def work(main_pid):
    if os.getppid() != main_pid:
        print("by os.getppid(): my parent is gone, I give up")
    else:
        print("by os.getppid(): my parent is there")
    if parent_process().is_alive():  # (1)
        print("by parent_process(): my parent is there")


if __name__ == "__main__":
    child = Process(target=work, args=(os.getpid(),))
    child.start()
    child.join()
