"""Drops new items while the queue is full, and counts them.
队列满了就丢掉新数据，并记下丢了多少。"""

from multiprocessing import Queue
from queue import Full

if __name__ == "__main__":
    readings, dropped = Queue(maxsize=3), 0
    for number in range(10):
        try:
            readings.put_nowait(number)
        except Full:
            dropped += 1
    print("kept:", [readings.get() for _ in range(3)])
    print("dropped:", dropped)
