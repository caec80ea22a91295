"""With two producers, the parent puts the sentinels after joining them.
有两个生产者时，父进程等它们都结束，再放哨兵值。"""

from multiprocessing import Process, Queue


def produce(jobs, first):
    for number in range(first, first + 3):
        jobs.put(number)


def consume(jobs):
    while (number := jobs.get()) is not None:
        print("worked on", number)
    print("no more jobs")


if __name__ == "__main__":
    jobs = Queue()
    producers = [Process(target=produce, args=(jobs, n)) for n in (0, 10)]
    consumers = [Process(target=consume, args=(jobs,)) for _ in range(2)]
    for child in producers + consumers:
        child.start()
    for child in producers:
        child.join()
    for _ in consumers:
        jobs.put(None)
    for child in consumers:
        child.join()
