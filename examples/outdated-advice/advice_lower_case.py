"""Tests whether process in lower case starts a process, as Process does.
检验小写的 process 能不能像 Process 一样启动进程。"""

import multiprocessing

if __name__ == "__main__":
    for name in ("Process", "process"):
        found = getattr(multiprocessing, name)
        print(f"{name} is a {type(found).__name__}")
        can_be_called = callable(found)
    print("holds:", can_be_called)
