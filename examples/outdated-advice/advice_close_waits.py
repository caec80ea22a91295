"""Tests whether close() of a pool waits until its tasks are done.
检验进程池的 close() 会不会等任务做完。"""

from multiprocessing import Event, Pool


def keep(event):
    global may_end
    may_end = event


def work():
    may_end.wait(20)


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        result = pool.apply_async(work)
        pool.close()
        done_after_close = result.ready()
        event.set()
        pool.join()
    print("done after close():", done_after_close)
    print("done after join():", result.ready())
    print("holds:", done_after_close)
