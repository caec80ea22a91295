"""Shows that multiprocessing.Queue is a method, and of what class a queue is.
看清 multiprocessing.Queue 是一个方法，以及队列对象属于哪个类。"""

import multiprocessing
from inspect import isclass, ismethod
from multiprocessing.queues import Queue  # (1)

if __name__ == "__main__":
    made_by = {
        "multiprocessing.Queue()": multiprocessing.Queue(20),  # (2)
        "a context's Queue()": multiprocessing.get_context("spawn").Queue(20),
        "queues.Queue(ctx=...)": Queue(20, ctx=multiprocessing),  # (3)
    }
    for how, jobs in made_by.items():
        print(f"{how:<23} isinstance: {isinstance(jobs, Queue)}")
    print("multiprocessing.Queue: a class?", isclass(multiprocessing.Queue))
    print("multiprocessing.Queue: a method?", ismethod(multiprocessing.Queue))
    print("multiprocessing.queues.Queue: a class?", isclass(Queue))
