"""Annotates and checks a queue by its class. 用队列的类来注解和检查队列。"""

import multiprocessing
from multiprocessing import queues


def fill(jobs: queues.Queue) -> None:
    if not isinstance(jobs, queues.Queue):
        raise TypeError(f"not a queue of processes: {type(jobs).__name__}")
    jobs.put("a job")


if __name__ == "__main__":
    jobs = multiprocessing.Queue(20)
    fill(jobs)
    print("got", jobs.get())
    try:
        fill([])
    except TypeError as error:
        print("TypeError:", error)
