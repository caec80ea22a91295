"""Runs a program that starts a child without a main guard.
运行一个没有主模块保护就启动子进程的程序。"""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
from multiprocessing import Process

def greet():
    print("Hello from the child")

child = Process(target=greet)
child.start()
child.join()
print("exit code of the child:", child.exitcode)
"""

if __name__ == "__main__":
    Path("unguarded.py").write_text(PROGRAM)  # (1)
    done = subprocess.run([sys.executable, "unguarded.py"])
    print("exit code of the program:", done.returncode)  # (2)
