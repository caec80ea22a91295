"""Three ways not to wait for ever at a full queue.
队列满了时，不必一直等下去的三种写法。"""

from multiprocessing import Queue
from queue import Full

if __name__ == "__main__":
    jobs = Queue(maxsize=2)
    jobs.put("first")
    jobs.put("second")
    print("full:", jobs.full())
    try:
        jobs.put_nowait("third")  # (1)
    except Full as error:
        print("put_nowait():", repr(error))
    try:
        jobs.put("third", timeout=0.1)  # (2)
    except Full as error:
        print("put(timeout=0.1):", repr(error))
    print("took out", jobs.get())  # (3)
    jobs.put("third", timeout=10)
    print("then", jobs.get(), "and", jobs.get())
