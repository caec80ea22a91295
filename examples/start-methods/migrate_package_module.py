"""Runs a package whose worker function stands in a module of its own.
运行一个包，它的工作函数写在单独的模块里。"""

import subprocess
import sys
from pathlib import Path

WORK = """
def work():
    print("child: done", flush=True)
"""

MAIN = """
from multiprocessing import Process
from .work import work

if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print("main: exit code of the child:", child.exitcode)
"""

if __name__ == "__main__":
    Path("shop").mkdir()
    Path("shop/work.py").write_text(WORK)  # (1)
    Path("shop/__main__.py").write_text(MAIN)
    subprocess.run([sys.executable, "-m", "shop"])
