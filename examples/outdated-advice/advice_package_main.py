"""Tests whether the worker of a package may stand in its __main__.py.
检验包的工作函数能不能写在它的 __main__.py 里。"""

import os
import subprocess
import sys

MAIN = """
from multiprocessing import Process

def work():
    print("child: done", flush=True)

if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
"""

if __name__ == "__main__":
    os.mkdir("shop")
    with open("shop/__main__.py", "w") as file:
        file.write(MAIN)
    command = [sys.executable, "-m", "shop"]
    done = subprocess.run(command, capture_output=True, text=True)
    print("AttributeError:", "AttributeError" in done.stderr)
    print("holds:", "child: done" in done.stdout)
