"""An exception skips task_done(), and join() waits in vain.
异常跳过了 task_done()，join() 白等。"""

from multiprocessing import JoinableQueue, Process
from threading import Thread


def work(jobs):
    while (number := jobs.get()) is not None:
        try:
            print("10 divided by", number, "is", 10 // number)
            jobs.task_done()  # (1)
        except ZeroDivisionError:
            print("cannot divide by", number)


if __name__ == "__main__":
    jobs = JoinableQueue()
    worker = Process(target=work, args=(jobs,))
    worker.start()
    for number in (5, 0, 2):
        jobs.put(number)
    waiting = Thread(target=jobs.join, daemon=True)  # (2)
    waiting.start()
    jobs.put(None)
    worker.join()  # (3)
    waiting.join(timeout=1)
    print("jobs.join() is still waiting:", waiting.is_alive())
