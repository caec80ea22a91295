"""Four tasks wait for one another: proof that they run at the same time.
四个任务互相等待：以此证明它们在同时运行。"""

from multiprocessing import Barrier, Pool
from threading import BrokenBarrierError

TASKS = 4


def keep(barrier):
    global all_here
    all_here = barrier


def work(timeout):
    all_here.wait(timeout)
    return "met the others"


if __name__ == "__main__":
    barrier = Barrier(TASKS)
    with Pool(TASKS, initializer=keep, initargs=(barrier,)) as pool:
        results = [pool.apply_async(work, (None,)) for _ in range(TASKS)]
        for result in results:
            print("apply_async:", result.get())
        try:
            print("apply:", pool.apply(work, (0.5,)))
        except BrokenBarrierError:
            print("apply: alone, nobody else came")
