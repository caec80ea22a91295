"""The first task ends last, and its result is still the first in the list.
第一个任务最后做完，它的结果仍然排在列表的最前面。"""

from multiprocessing import Event, Pool


def keep(event):
    global last_is_done
    last_is_done = event


def work(name):
    if name == "first":
        last_is_done.wait()  # (1)
    print("done:", name, flush=True)
    if name == "last":
        last_is_done.set()
    return name.upper()


if __name__ == "__main__":
    with Pool(2, initializer=keep, initargs=(Event(),)) as pool:  # (2)
        print(pool.map(work, ["first", "second", "last"]))
