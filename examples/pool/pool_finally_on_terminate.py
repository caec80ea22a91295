"""Turns SIGTERM into an exception, so that finally blocks are executed.
把 SIGTERM 变成异常，finally 块就会执行。"""

import signal
import sys
from multiprocessing import Event, Pool
from time import sleep


def leave(signal_number, frame):
    sys.exit(1)


def use(*events):
    global started, cleaned
    started, cleaned = events
    signal.signal(signal.SIGTERM, leave)


def work():
    try:
        started.set()
        sleep(60)
    finally:
        cleaned.set()


if __name__ == "__main__":
    begun, tidy = Event(), Event()
    pool = Pool(1, initializer=use, initargs=(begun, tidy))
    pool.apply_async(work)
    begun.wait()
    pool.terminate()
    print("finally was executed:", tidy.is_set())
