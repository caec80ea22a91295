"""Only the jobs have a limit: a process that must go on never waits.
只给任务队列设上限：不能停的一方就不会等。"""

from multiprocessing import Process, Queue


def work(jobs, answers):
    while (number := jobs.get()) is not None:
        answers.put(number * number)


if __name__ == "__main__":
    jobs, answers = Queue(maxsize=3), Queue()
    child = Process(target=work, args=(jobs, answers))
    child.start()
    for number in range(20):
        jobs.put(number)
    jobs.put(None)
    print(sum(answers.get() for _ in range(20)))
    child.join()
