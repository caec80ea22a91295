"""Shows what a child knows of itself and of its parent.
子进程对自己、对父进程知道些什么。"""

import os
from multiprocessing import Process, current_process, parent_process


def report(main_pid):
    print("child: my name is", current_process().name)
    print("child: my module is", __name__)  # (1)
    print("child: my pid is", os.getpid())
    print("child: parent_process().pid is", parent_process().pid)  # (2)
    print("child: that is who started me:", parent_process().pid == main_pid)
    print("child: os.getppid() is", os.getppid())  # (3)
    print("child: that is who started me:", os.getppid() == main_pid)


if __name__ == "__main__":
    print("main: my name is", current_process().name)
    print("main: my module is", __name__)
    print("main: my pid is", os.getpid(), flush=True)
    child = Process(target=report, args=(os.getpid(),), name="reporter")  # (4)
    child.start()
    child.join()
    print("main: I started", child.name, "with pid", child.pid)
