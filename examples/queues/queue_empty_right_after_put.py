"""Asks empty() right after put(), a thousand times.
put() 之后马上问 empty()，问一千次。"""

from multiprocessing import Queue, SimpleQueue

TRIES = 1_000


def called_empty(queue):
    found = 0
    for number in range(TRIES):
        queue.put(number)
        found += queue.empty()  # (1)
        queue.get()
    return found


if __name__ == "__main__":
    print("Queue:", called_empty(Queue()), "of", TRIES)
    print("SimpleQueue:", called_empty(SimpleQueue()), "of", TRIES)  # (2)
