"""Runs an old script without join() under each start method.
用每种启动方式运行一个不写 join() 的旧脚本。"""

import subprocess
import sys
from pathlib import Path

OLD_SCRIPT = """
import sys
from multiprocessing import Lock, Process, set_start_method

def work(number, lock):
    with lock:
        print("child", number, flush=True)

if __name__ == "__main__":
    set_start_method(sys.argv[1])
    lock = Lock()
    for number in range(10):
        Process(target=work, args=(number, lock)).start()
"""

if __name__ == "__main__":
    Path("old_script.py").write_text(OLD_SCRIPT)
    for method in ("fork", "forkserver", "spawn"):
        command = [sys.executable, "old_script.py", method]
        done = subprocess.run(command, capture_output=True, text=True)
        printed = len(done.stdout.splitlines())  # (1)
        failed = done.stderr.count("FileNotFoundError")
        print(f"{method}: {printed} of 10 print, {failed} fail", end="")
        print(f", exit status {done.returncode}")  # (2)
