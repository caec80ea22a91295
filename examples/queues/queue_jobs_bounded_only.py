"""Only the jobs have a limit, so the worker can put each answer at once.
只给任务队列设上限，工作进程放结果时就不用等。"""

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
