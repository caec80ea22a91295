"""Two consumers see one item, and only one of them gets it.
两个消费者都看到一个元素，只有一个取得到。"""

from multiprocessing import Barrier, Process, Queue
from queue import Empty


def consume(jobs, together):
    while jobs.empty():
        pass
    together.wait()
    try:
        jobs.get(timeout=0.5)
    except Empty:
        print("saw something, got nothing")
    else:
        print("saw something, got it")


if __name__ == "__main__":
    jobs, together = Queue(), Barrier(2)
    jobs.put("a job")
    children = [
        Process(target=consume, args=(jobs, together)) for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
