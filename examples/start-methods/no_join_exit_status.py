"""Joins its children, and fails itself if one of them has failed.
join 所有子进程；只要有一个失败，自己也以失败结束。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

import sys
from multiprocessing import Lock, Process


def work(number, lock):
    with lock:
        print("100 /", number, "is", 100 // number, flush=True)


if __name__ == "__main__":
    lock = Lock()
    children = [Process(target=work, args=(n, lock)) for n in (5, 0, 20)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    failed = sum(child.exitcode != 0 for child in children)
    if failed:
        sys.exit(f"main: {failed} of {len(children)} children failed")
