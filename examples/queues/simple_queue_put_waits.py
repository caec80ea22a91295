"""put() of a SimpleQueue waits for a reader once the pipe is full.
管道满了以后，SimpleQueue 的 put() 要等人来取。"""

from multiprocessing import SimpleQueue
from threading import Event, Thread

DATA = {
    "one of 1000 bytes": [b"x" * 1_000],
    "one of 1,000,000 bytes": [b"x" * 1_000_000],
    "100,000 numbers": range(100_000),
}


def put_all(queue, items, done):
    for item in items:
        queue.put(item)
    done.set()


if __name__ == "__main__":
    for name, items in DATA.items():
        queue, done = SimpleQueue(), Event()
        thread = Thread(target=put_all, args=(queue, items, done))  # (1)
        thread.start()
        print(f"{name}: written without a reader: {done.wait(timeout=2)}")
        for _ in items:  # (2)
            queue.get()
        thread.join()
