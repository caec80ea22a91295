"""A notification that comes before the waiting is lost.
通知来得比等待早，就丢了。"""

from multiprocessing import Condition, Event, Process, Value


def work(changed, ready, notified):
    notified.wait()  # (1)
    with changed:
        print("wait():", changed.wait(timeout=1))  # (2)
    with changed:
        found = changed.wait_for(lambda: ready.value == 1, timeout=1)
        print("wait_for():", found)


if __name__ == "__main__":
    changed, notified = Condition(), Event()
    ready = Value("i", 0, lock=False)
    child = Process(target=work, args=(changed, ready, notified))
    child.start()
    with changed:
        ready.value = 1  # (3)
        changed.notify_all()
    notified.set()
    child.join()
