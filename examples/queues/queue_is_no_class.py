"""Three errors that come from taking one Queue for the other.
把两个 Queue 弄混时会遇到的三个错误。"""

import multiprocessing
from multiprocessing import queues


def check_the_type(jobs):
    return isinstance(jobs, multiprocessing.Queue)  # (1)


def annotate(jobs):
    return multiprocessing.Queue[int]  # (2)


def construct(jobs):
    return queues.Queue(20)  # (3)


if __name__ == "__main__":
    jobs = multiprocessing.Queue()
    for attempt in (check_the_type, annotate, construct):
        try:
            attempt(jobs)
        except TypeError as error:
            print(f"TypeError: {error}")
