"""The results of imap_unordered() come while another task is still at work.
imap_unordered() 的结果先做完先到，不用等还在做的任务。"""

from multiprocessing import Event, Pool


def keep(event):
    global may_go_on
    may_go_on = event


def work(name):
    if name == "slow":
        may_go_on.wait()  # (1)
    return name


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=keep, initargs=(event,)) as pool:
        for name in pool.imap_unordered(work, ["slow", "quick", "last"]):
            print("got", name)
            if name == "last":
                event.set()  # (2)
