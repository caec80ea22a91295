"""Tests whether a script without a main guard can start a child.
检验没有主模块保护的脚本能不能启动子进程。"""

import subprocess
import sys

PROGRAM = """
from multiprocessing import Process

def work():
    print("child: done", flush=True)

child = Process(target=work)
child.start()
child.join()
"""

if __name__ == "__main__":
    with open("unguarded.py", "w") as file:
        file.write(PROGRAM)
    command = [sys.executable, "unguarded.py"]
    done = subprocess.run(command, capture_output=True, text=True)
    print("RuntimeError:", "RuntimeError" in done.stderr)
    print("holds:", "child: done" in done.stdout)
