"""Checks every exit code, and fails when a child has failed.
检查每个退出码，有子进程失败就让程序也失败。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

import sys
from multiprocessing import Process


def save(row):
    if row == 2:
        raise ValueError(f"row {row} is broken")


if __name__ == "__main__":
    children = [
        Process(target=save, args=(row,), name=f"row {row}") for row in range(4)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    failed = [child.name for child in children if child.exitcode != 0]  # (1)
    if failed:
        sys.exit(f"not saved: {', '.join(failed)}")  # (2)
    print("all rows saved")
