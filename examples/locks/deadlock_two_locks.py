"""Two locks taken in opposite order: a deadlock, and the stacks of both.
按相反的顺序获取两把锁：死锁，以及双方的调用栈。"""

import faulthandler
import tempfile
from multiprocessing import Barrier, Lock, Process, current_process


def transfer(first, second, together):
    with first, tempfile.TemporaryFile("w+") as stack:
        together.wait()  # (1)
        faulthandler.dump_traceback_later(0.5, file=stack)  # (2)
        got_it = second.acquire(timeout=2)  # (3)
        faulthandler.cancel_dump_traceback_later()
        stack.seek(0)
        lines = [line for line in stack if "in transfer" in line]  # (4)
        name = current_process().name
        lines.append(f"has the second lock: {got_it}\n")
        print("".join(f"{name}: {line}" for line in lines), end="")
        together.wait()  # (5)


if __name__ == "__main__":
    left, right, together = Lock(), Lock(), Barrier(2)
    children = [
        Process(target=transfer, args=(left, right, together), name="Ada"),
        Process(target=transfer, args=(right, left, together), name="Bo"),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
