"""Calls task_done() more often than there were jobs.
task_done() 的次数比任务还多。"""

from multiprocessing import JoinableQueue

if __name__ == "__main__":
    jobs = JoinableQueue()
    jobs.put("a job")
    jobs.get()
    jobs.task_done()
    try:
        jobs.task_done()
    except ValueError as error:
        print("ValueError:", error)
