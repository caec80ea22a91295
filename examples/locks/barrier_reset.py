"""A broken barrier stays broken until reset().
坏了的栅栏，要 reset() 之后才能再用。"""

from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def try_it(barrier):
    try:
        barrier.wait(timeout=20)
        print("through")
    except BrokenBarrierError:
        print("broken")


def run_two(barrier):
    children = [Process(target=try_it, args=(barrier,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()


if __name__ == "__main__":
    barrier = Barrier(2)
    barrier.abort()
    run_two(barrier)
    barrier.reset()
    run_two(barrier)
