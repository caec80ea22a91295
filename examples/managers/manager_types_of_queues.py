"""A child works with the two queues and the pool that a manager offers.
子进程使用管理器提供的两种队列和进程池。"""

from multiprocessing import Manager, Process


def work(jobs, answers, pool):
    for number in iter(jobs.get, None):  # (1)
        answers.put(pool.apply(pow, (number, 2)))  # (2)
        jobs.task_done()
    jobs.task_done()


if __name__ == "__main__":
    with Manager() as manager:
        jobs, answers = manager.JoinableQueue(), manager.Queue()
        with manager.Pool(2) as pool:  # (3)
            child = Process(target=work, args=(jobs, answers, pool))
            child.start()
            for job in (3, 4, None):
                jobs.put(job)
            jobs.join()  # (4)
            print(answers.get(), answers.get())
            child.join()
        print(type(jobs).__name__, type(answers).__name__, type(pool).__name__)
