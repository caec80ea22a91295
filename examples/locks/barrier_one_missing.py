"""A barrier for four, and three come: after the timeout it is broken.
栅栏等四个进程，只来了三个：超时之后栅栏就坏了。"""

from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def work(barrier):
    try:
        barrier.wait(timeout=1)  # (1)
    except BrokenBarrierError as error:  # (2)
        print(f"{type(error).__module__}.{type(error).__name__}")


if __name__ == "__main__":
    barrier = Barrier(4)
    children = [Process(target=work, args=(barrier,)) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("broken:", barrier.broken)  # (3)
