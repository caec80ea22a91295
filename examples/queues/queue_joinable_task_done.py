"""JoinableQueue.join() waits until every job is done, not only taken.
JoinableQueue.join() 等到每个任务都做完，而不只是被取走。"""

from multiprocessing import JoinableQueue, Process


def work(name, jobs):
    while (number := jobs.get()) is not None:  # (1)
        print(f"{name}: job {number} done", flush=True)
        jobs.task_done()  # (2)
    jobs.task_done()  # (3)


if __name__ == "__main__":
    jobs = JoinableQueue()
    workers = [Process(target=work, args=(name, jobs)) for name in "AB"]
    for worker in workers:
        worker.start()
    for number in range(4):
        jobs.put(number)
    jobs.join()  # (4)
    print("all jobs are done, the workers are waiting for more")
    for _ in workers:
        jobs.put(None)
    jobs.join()
    for worker in workers:
        worker.join()
    print("exit codes:", [worker.exitcode for worker in workers])
