"""Measures 1, 2, 4, and 8 children that each hold the lock for 0.1 s.
测量 1、2、4、8 个子进程各持有锁 0.1 秒的总用时。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Barrier, Lock, Process

HOLD = 0.1


def hold(lock, together):
    together.wait()
    together.wait()
    with lock:
        time.sleep(HOLD)
    together.wait()


if __name__ == "__main__":
    for how_many in (1, 2, 4, 8):
        lock, together = Lock(), Barrier(how_many + 1)
        children = [
            Process(target=hold, args=(lock, together)) for _ in range(how_many)
        ]
        for child in children:
            child.start()
        together.wait()
        began = time.perf_counter()
        together.wait()
        together.wait()
        seconds = time.perf_counter() - began
        for child in children:
            child.join()
        print(f"children: {how_many}, times the sleep: {seconds / HOLD:.1f}")
