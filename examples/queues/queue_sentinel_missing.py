"""Two consumers share one sentinel, and one of them waits in vain.
两个消费者只有一个哨兵值，其中一个白等。"""

from multiprocessing import Process, Queue


def consume(jobs):
    while (number := jobs.get(timeout=2)) is not None:  # (1)
        print("worked on", number)
    print("no more jobs")


if __name__ == "__main__":
    jobs = Queue()
    for item in (0, 1, 2, None):  # (2)
        jobs.put(item)
    children = [Process(target=consume, args=(jobs,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("exit codes:", sorted(child.exitcode for child in children))  # (3)
