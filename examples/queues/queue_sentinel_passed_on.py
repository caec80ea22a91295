"""One sentinel is enough if each consumer puts it back for the next.
只放一个哨兵值也行：每个消费者看到后把它放回去，留给下一个。"""

from multiprocessing import Process, Queue


def consume(jobs):
    while (number := jobs.get()) is not None:
        print("worked on", number)
    jobs.put(None)  # (1)
    print("no more jobs")


if __name__ == "__main__":
    jobs = Queue()
    for item in (0, 1, 2, None):
        jobs.put(item)
    children = [Process(target=consume, args=(jobs,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("left in the queue:", jobs.get())  # (2)
