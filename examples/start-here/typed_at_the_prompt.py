"""Runs a program as if it were typed at the prompt, where no file has it.
像在交互式提示符里输入那样运行程序：没有文件保存着它。"""

import subprocess
import sys

PROGRAM = """
from multiprocessing import Process

def greet():
    print("Hello from the child")

if __name__ == "__main__":
    child = Process(target=greet)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
"""

if __name__ == "__main__":
    command = [sys.executable, "-c", PROGRAM]
    typed = subprocess.run(command, capture_output=True, text=True)
    print(typed.stdout, end="")
    print("last line of the traceback:", *typed.stderr.splitlines()[-1:])
