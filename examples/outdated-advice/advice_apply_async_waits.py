"""Tests whether apply_async() waits if no worker is free.
检验没有空闲的工作进程时，apply_async() 会不会等。"""

from multiprocessing import Event, Pool


def keep(event):
    global may_end
    may_end = event


def work(number):
    may_end.wait(20)
    return number


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        first = pool.apply_async(work, (1,))
        second = pool.apply_async(work, (2,))
        has_waited = first.ready()
        event.set()
        print("results:", first.get(), second.get())
    print("the first was done when the second was taken:", has_waited)
    print("holds:", has_waited)
