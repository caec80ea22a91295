"""Tests whether the parent's last line comes last without join().
检验不写 join() 时，父进程最后一行的输出是不是在最后。"""

import subprocess
import sys

PROGRAM = """
from multiprocessing import Pipe, Process

def work(go):
    go.recv()
    print("child: done")

if __name__ == "__main__":
    ours, theirs = Pipe()
    Process(target=work, args=(theirs,)).start()
    print("main: the last line", flush=True)
    ours.send("go")
"""

if __name__ == "__main__":
    with open("program.py", "w") as file:
        file.write(PROGRAM)
    command = [sys.executable, "program.py"]
    lines = subprocess.run(command, capture_output=True, text=True).stdout
    print(lines, end="")
    print("holds:", lines.endswith("main: the last line\n"))
