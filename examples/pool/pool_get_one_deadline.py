"""Waits for five results that do not come: a timeout each, or one for all.
等五个迟迟不来的结果：各给一个超时，或者合用一个期限。"""

# /// script
# [tool.run]
# alone = true
# ///

import time
from multiprocessing import Event, Pool, TimeoutError

LIMIT = 0.3


def keep(event):
    global may_go_on
    may_go_on = event


def work():
    may_go_on.wait()
    return 42


def seconds(results, time_left):
    began = time.monotonic()
    for result in results:
        try:
            result.get(timeout=time_left(began))
        except TimeoutError:
            continue
    return time.monotonic() - began


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=keep, initargs=(event,)) as pool:
        results = [pool.apply_async(work) for _ in range(5)]
        each = seconds(results, lambda began: LIMIT)
        print(f"a timeout each: {each:.1f} s,", end=" ")
        print("five limits or more:", each >= 5 * LIMIT)
        one = seconds(
            results, lambda began: max(0, began + LIMIT - time.monotonic())
        )
        print(f"one deadline: {one:.1f} s")
        event.set()
        results[0].wait()
        print("ready, timeout=0:", results[0].get(timeout=0))
