"""Waits for a result with a timeout: which error comes, and what goes on.
带超时等结果：抛出哪个异常，什么还在继续。"""

import concurrent.futures
import multiprocessing
from multiprocessing import Event, Pool


def keep(event):
    global may_go_on
    may_go_on = event


def work():
    may_go_on.wait()
    print("the task has come to its end", flush=True)
    return 42


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        result = pool.apply_async(work)
        try:
            result.get(timeout=0.1)
        except TimeoutError:  # (1)
            print("never printed")
        except multiprocessing.TimeoutError as error:  # (2)
            name = f"{type(error).__module__}.{type(error).__name__}"
            print(f"{name}: {str(error)!r}", flush=True)
        event.set()
        print("get():", result.get())  # (3)
    for module in (multiprocessing, concurrent.futures):
        same = module.TimeoutError is TimeoutError
        print(f"{module.__name__}.TimeoutError is the built-in one: {same}")
