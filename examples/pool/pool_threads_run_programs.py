"""A pool of threads waits for programs that run in other processes.
线程池等待在其他进程里运行的程序。"""

import subprocess
import sys
from multiprocessing.pool import ThreadPool


def run(text):
    command = [sys.executable, "-c", f"print({text!r})"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        for answer in pool.imap(run, ["one", "two", "three"]):
            print(answer)
