"""Tests whether children that share something finish without join().
检验几个子进程共用一样东西，不写 join() 能不能都做完。"""

import subprocess
import sys

OLD_SCRIPT = """
import time
from multiprocessing import Array, Lock, Process, Queue

class LargeTable:
    def __reduce__(self):
        return time.sleep, (1,)

def work(table, shared):
    print("done", flush=True)

if __name__ == "__main__":
    shared = SHARED
    for _ in range(3):
        Process(target=work, args=(LargeTable(), shared)).start()
"""

if __name__ == "__main__":
    finished = []
    for shared in ('Array("i", 3)', "Queue()", "Lock()"):
        with open("old_script.py", "w") as file:
            file.write(OLD_SCRIPT.replace("SHARED", shared))
        command = [sys.executable, "old_script.py"]
        done = subprocess.run(command, capture_output=True, text=True)
        finished.append(done.stdout.count("done"))
        print(f"{shared}: {finished[-1]} of 3 children finish")
    print("holds:", finished == [3, 3, 3])
