"""Shows how far a producer runs ahead, without a limit and with one.
看生产者能领先多少：不设上限，和设了上限。"""

from multiprocessing import Event, Process, Queue, Value
from queue import Full

ITEMS = 20


def produce(jobs, made, stopped):
    for number in range(ITEMS):
        try:
            jobs.put_nowait(number)  # (1)
        except Full:
            stopped.set()
            jobs.put(number)  # (2)
        made.value += 1
    stopped.set()


def run(maxsize):
    jobs, made, stopped = Queue(maxsize), Value("i"), Event()
    child = Process(target=produce, args=(jobs, made, stopped))
    child.start()
    stopped.wait()  # (3)
    ahead = made.value
    got = [jobs.get() for _ in range(ITEMS)]
    child.join()
    return f"{ahead} items ahead, {len(got)} arrived"


if __name__ == "__main__":
    print("no limit:   ", run(maxsize=0))
    print("maxsize=3:  ", run(maxsize=3))
