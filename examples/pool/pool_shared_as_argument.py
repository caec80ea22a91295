"""What may be given to a pool's task as an argument, and what may not.
哪些东西能作为任务的参数交给进程池，哪些不能。"""

from multiprocessing import Array, Event, Lock, Manager, Pool, Queue, Value


def work(shared):
    return "arrived"


if __name__ == "__main__":
    with Manager() as manager, Pool(1) as pool:
        for shared in (
            Queue(),
            Lock(),
            Event(),
            Value("i", 0),
            Array("i", 3),
            manager.Queue(),
            manager.Lock(),
        ):
            try:
                print(f"{type(shared).__name__}:", pool.apply(work, (shared,)))
            except RuntimeError as error:
                print("RuntimeError:", error)
