"""A pool that is still running when the program ends loses its work.
程序结束时进程池还在运行，没做完的任务就丢了。"""

from multiprocessing import Event, Pool
from time import sleep


def use(event):
    global started
    started = event


def work():
    started.set()
    sleep(60)
    print("saved", flush=True)


if __name__ == "__main__":
    event = Event()
    pool = Pool(1, initializer=use, initargs=(event,))
    pool.apply_async(work)
    event.wait()
    print("the last line of the program")
