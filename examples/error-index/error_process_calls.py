"""Methods of a Process at the wrong moment.
在错误的时刻调用 Process 的方法。"""

from multiprocessing import Event, Process


def attempt(method):
    try:
        method()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    may_end = Event()
    child = Process(target=may_end.wait)
    attempt(child.join)
    child.start()
    attempt(child.start)
    attempt(child.close)
    may_end.set()
    child.join()
    child.close()
    attempt(child.join)
