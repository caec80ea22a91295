"""Ends the workers of a manager's queue: shutdown() on 3.13, else sentinels.
结束管理器队列的工作进程：3.13 起用 shutdown()，之前用哨兵值。"""

import queue
from multiprocessing import Manager, Process, Queue

WORKERS = 2
Stopped = getattr(queue, "ShutDown", ())  # (1)


def work(jobs, done):
    try:
        for job in iter(jobs.get, None):
            done.append(job * job)
    except Stopped:  # (2)
        pass


if __name__ == "__main__":
    print("multiprocessing.Queue:", hasattr(Queue(), "shutdown"))
    with Manager() as manager:
        jobs, done = manager.Queue(), manager.list()
        workers = [
            Process(target=work, args=(jobs, done)) for _ in range(WORKERS)
        ]
        for worker in workers:
            worker.start()
        for number in range(5):
            jobs.put(number)
        if hasattr(jobs, "shutdown"):
            jobs.shutdown()  # (3)
        else:
            for _ in workers:
                jobs.put(None)
        for worker in workers:
            worker.join()
        print("done:", sorted(done))
