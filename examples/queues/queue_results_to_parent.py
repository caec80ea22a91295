"""Two workers take jobs from one queue and answer into another.
两个工作进程从一个队列取任务，把结果放进另一个队列。"""

from multiprocessing import Process, Queue


def work(jobs, answers):
    while (number := jobs.get()) is not None:
        answers.put((number, number * number))


if __name__ == "__main__":
    jobs, answers = Queue(), Queue()
    workers = [Process(target=work, args=(jobs, answers)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(6):
        jobs.put(number)
    for _ in workers:
        jobs.put(None)
    squares = dict(answers.get() for _ in range(6))
    for worker in workers:
        worker.join()
    print([squares[number] for number in range(6)])
