"""What a ProcessPoolExecutor raises when it cannot go on.
ProcessPoolExecutor 进行不下去时抛出的错误。"""

import os
from concurrent.futures import ProcessPoolExecutor
from traceback import format_exception_only


def end_at_once():
    os._exit(3)


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        print("".join(format_exception_only(error)), end="")


if __name__ == "__main__":
    attempt(ProcessPoolExecutor, 0)
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(end_at_once)
        attempt(future.result)
        cause = future.exception().__cause__
        print("cause:", str(cause).strip("\n'"))
        attempt(executor.submit, print)
    with ProcessPoolExecutor(1) as executor:
        pass
    attempt(executor.submit, print)
