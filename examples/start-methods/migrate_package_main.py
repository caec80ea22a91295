"""Runs a package whose worker function stands in its __main__.py.
运行一个包，它的工作函数写在 __main__.py 里。"""

import subprocess
import sys
from pathlib import Path

MAIN = """
from multiprocessing import Process

def work():
    print("child: done", flush=True)

if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print("main: exit code of the child:", child.exitcode)
"""

if __name__ == "__main__":
    Path("shop").mkdir()
    Path("shop/__main__.py").write_text(MAIN)
    command = [sys.executable, "-m", "shop"]  # (1)
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout, end="")
    print("last line of the traceback:", *done.stderr.splitlines()[-1:])
