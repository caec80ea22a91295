"""Objects that cannot be passed to a child, and what each is refused with.
不能传给子进程的对象，以及各自的报错。"""

import random
import sqlite3
import threading
from multiprocessing import get_context
from traceback import format_exception_only

if __name__ == "__main__":
    database = sqlite3.connect(":memory:")
    for thing in (
        lambda: 1,
        (number for number in range(3)),
        random,
        {}.keys(),
        threading.Lock(),
        threading.RLock(),
        database,
    ):
        child = get_context("spawn").Process(target=print, args=(thing,))
        try:
            child.start()
        except Exception as error:
            print("".join(format_exception_only(error)), end="")
    database.close()
