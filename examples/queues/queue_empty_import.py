"""The exception of an empty queue comes from the module queue.
队列为空时的异常来自 queue 模块。"""

import multiprocessing
import queue

if __name__ == "__main__":
    jobs = multiprocessing.Queue()
    try:
        try:
            jobs.get(timeout=0.1)
        except multiprocessing.Empty:  # (1)
            print("nothing came")
    except AttributeError as error:
        print("AttributeError:", error)
    try:
        jobs.get(timeout=0.1)
    except queue.Empty:  # (2)
        print("nothing came in 0.1 seconds")
