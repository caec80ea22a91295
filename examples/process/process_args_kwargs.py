"""Hands positional and keyword arguments to a child.
给子进程传位置参数和关键字参数。"""

from multiprocessing import Process


def show(*args, **kwargs):
    print("args:", args, "kwargs:", kwargs)


if __name__ == "__main__":
    jobs = [
        Process(target=show),
        Process(target=show, args=("one",)),  # (1)
        Process(target=show, args=["one", 2]),  # (2)
        Process(target=show, args=("one",), kwargs={"retries": 3}),  # (3)
    ]
    for job in jobs:
        job.start()
        job.join()
