"""put() of a SimpleQueue waits for a reader once the pipe is full.
管道满了以后，SimpleQueue 的 put() 要等人来取。"""

from multiprocessing import SimpleQueue
from threading import Event, Thread


def put(queue, data, done):
    queue.put(data)
    done.set()


if __name__ == "__main__":
    for size in (1_000, 1_000_000):
        queue, done = SimpleQueue(), Event()
        thread = Thread(target=put, args=(queue, b"x" * size, done))  # (1)
        thread.start()
        returned = done.wait(timeout=2)  # (2)
        queue.get()
        thread.join()
        print(f"{size} bytes: put() returned before get(): {returned}")
