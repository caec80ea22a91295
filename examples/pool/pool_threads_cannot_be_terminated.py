"""terminate() does not stop a thread that is running.
正在执行的线程，terminate() 停不下来。"""

from multiprocessing.pool import ThreadPool
from threading import Event

started, go_on = Event(), Event()
finished = []


def work(number):
    started.set()
    go_on.wait()
    finished.append(number)


if __name__ == "__main__":
    with ThreadPool(1) as pool:
        pool.map_async(work, range(3), chunksize=1)
        started.wait()
    print("after with:", finished)
    go_on.set()
    pool.join()
    print("after join():", finished)
