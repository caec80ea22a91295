"""imap() keeps the order: it waits for the slow task, though others are done.
imap() 保持顺序：别的任务做完了，也要等慢的那个。"""

from multiprocessing import Event, Pool, TimeoutError


def keep(event):
    global may_go_on
    may_go_on = event


def work(name):
    if name == "slow":
        may_go_on.wait()
    return name


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=keep, initargs=(event,)) as pool:
        names = pool.imap(work, ["slow", "quick", "last"])
        print("done in the meantime:", pool.apply(work, ["one more"]))  # (1)
        try:
            names.next(timeout=0.1)  # (2)
        except TimeoutError:
            print("not yet")
        event.set()
        for name in names:  # (3)
            print("got", name)
