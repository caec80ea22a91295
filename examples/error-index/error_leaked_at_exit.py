"""What a program prints that ends and leaves something behind.
程序没有清理就结束时，会打印什么。"""

import subprocess
import sys

MEMORY = """
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(create=True, size=16)
block.close()
"""
LOCK = """
import os
from multiprocessing import get_context
lock = get_context("spawn").Lock()
os._exit(1)
"""

if __name__ == "__main__":
    for script in (MEMORY, LOCK):
        command = [sys.executable, "-c", script]
        ended = subprocess.run(command, capture_output=True, text=True)
        print("exit status", ended.returncode)
        for line in ended.stderr.splitlines():
            if "UserWarning" in line:
                print(line[line.index("UserWarning") :])
