"""Asks two results, a good one and an error, before and after the work.
一个成功、一个出错：在做完之前和之后，分别问一问两个结果对象。"""

from multiprocessing import Event, Pool


def keep(event):
    global may_go_on
    may_go_on = event


def share(cake, guests):
    may_go_on.wait()
    return cake / guests


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=keep, initargs=(event,)) as pool:
        good = pool.apply_async(share, (12, 4))
        bad = pool.apply_async(share, (12, 0))
        print("ready:", good.ready(), bad.ready())  # (1)
        event.set()
        good.wait()  # (2)
        bad.wait()
        print("ready:", good.ready(), bad.ready())
        print("successful:", good.successful(), bad.successful())  # (3)
        for result in (good, bad):
            try:
                print("get():", result.get())  # (4)
            except ZeroDivisionError as error:
                print("get():", repr(error))
