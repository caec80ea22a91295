"""terminate() cuts off the running task, and finally is not executed.
terminate() 会中断正在执行的任务，finally 也不执行。"""

from multiprocessing import Event, Pool, TimeoutError, active_children
from time import sleep


def use(*events):
    global started, cleaned
    started, cleaned = events


def work():
    try:
        started.set()
        sleep(60)  # (1)
    finally:
        cleaned.set()  # (2)


if __name__ == "__main__":
    begun, tidy = Event(), Event()
    pool = Pool(1, initializer=use, initargs=(begun, tidy))
    results = [pool.apply_async(work) for _ in range(3)]
    begun.wait()
    pool.terminate()  # (3)
    print("workers left:", len(active_children()))
    print("ready:", [result.ready() for result in results])
    print("finally was executed:", tidy.is_set())
    try:
        results[0].get(timeout=1)  # (4)
    except TimeoutError:
        print("get() waits in vain")
