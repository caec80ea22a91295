"""Two rounds of jobs for the same worker, one after the other.
同一个工作进程，先后做两轮任务。"""

from multiprocessing import JoinableQueue, Process


def work(jobs):
    while (job := jobs.get()) is not None:
        print(job, flush=True)
        jobs.task_done()


if __name__ == "__main__":
    jobs = JoinableQueue()
    worker = Process(target=work, args=(jobs,))
    worker.start()
    for number in (1, 2):
        for part in "ab":
            jobs.put(f"round {number}, job {part}")
        jobs.join()
        print("end of round", number, flush=True)
    jobs.put(None)
    worker.join()
