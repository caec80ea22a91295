"""What is not finished at the end of the with block is lost.
with 块结束时还没做完的任务，就丢了。"""

from multiprocessing import Event, Pool
from time import sleep


def use(event):
    global saved
    saved = event


def save():
    sleep(60)  # (1)
    saved.set()


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=use, initargs=(event,)) as pool:
        result = pool.apply_async(save)  # (2)
    print("the with block is over")
    print("ready:", result.ready(), "- saved:", event.is_set())
