"""One producer, two consumers, and a sentinel for each consumer.
一个生产者，两个消费者，给每个消费者一个哨兵值。"""

from multiprocessing import Process, Queue

CONSUMERS = ("A", "B")


def produce(jobs):
    for number in range(6):
        jobs.put(number)  # (1)
    for _ in CONSUMERS:
        jobs.put(None)  # (2)


def consume(name, jobs):
    while (number := jobs.get()) is not None:  # (3)
        print(f"{name}: the square of {number} is {number * number}")
    print(f"{name}: no more jobs")


if __name__ == "__main__":
    jobs = Queue()  # (4)
    children = [Process(target=produce, args=(jobs,))]
    for name in CONSUMERS:
        children.append(Process(target=consume, args=(name, jobs)))
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("exit codes:", [child.exitcode for child in children])
