"""A start method that does not exist, and two that are mixed.
不存在的启动方式，以及混用两种启动方式。"""

from multiprocessing import get_context


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    attempt(get_context, "thread")
    lock = get_context("fork").Lock()
    child = get_context("spawn").Process(target=print, args=(lock,))
    attempt(child.start)
