"""Calls task_done() in finally, so that each job is counted once.
在 finally 里调用 task_done()，每个任务恰好算一次。"""

from multiprocessing import JoinableQueue, Process


def work(jobs):
    while True:
        number = jobs.get()
        try:
            if number is None:
                return
            print("10 divided by", number, "is", 10 // number)
        except ZeroDivisionError:
            print("cannot divide by", number)
        finally:
            jobs.task_done()  # (1)


if __name__ == "__main__":
    jobs = JoinableQueue()
    worker = Process(target=work, args=(jobs,))
    worker.start()
    for number in (5, 0, 2, None):
        jobs.put(number)
    jobs.join()
    worker.join()
    print("exit code:", worker.exitcode)
