"""What a pipe raises when one of its ends is closed.
管道有一端关闭时抛出的错误。"""

from multiprocessing import Pipe
from traceback import format_exception_only


def attempt(method, *args):
    try:
        method(*args)
    except Exception as error:
        print("".join(format_exception_only(error)), end="")


if __name__ == "__main__":
    here, there = Pipe()
    there.close()
    attempt(here.recv)
    attempt(here.send, "Is anybody there?")
    here.close()
    attempt(here.recv)
    to_read, to_write = Pipe(duplex=False)
    attempt(to_read.send, "at the wrong end")
    attempt(to_write.recv)
