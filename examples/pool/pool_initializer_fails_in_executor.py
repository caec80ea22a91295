"""When the initializer fails, ProcessPoolExecutor raises an exception.
initializer 出错时，ProcessPoolExecutor 会抛出异常。"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def load(path):
    raise FileNotFoundError(path)


def look_up(number):
    return number


if __name__ == "__main__":
    with ProcessPoolExecutor(
        1, initializer=load, initargs=("no-table-here.txt",)
    ) as executor:
        try:
            print(executor.submit(look_up, 3).result())
        except BrokenProcessPool as error:
            print(f"{type(error).__name__}: {error}")
