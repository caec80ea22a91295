"""Finds the size at which join() begins to hang: what a pipe can hold.
找出 join() 从多大的数据开始卡住：就是管道的容量。"""

import fcntl
from multiprocessing import Pipe, Process, Queue


def work(answers, size):
    answers.put(b"x" * size)


def try_to_join(size):
    answers = Queue()
    child = Process(target=work, args=(answers, size))
    child.start()
    child.join(timeout=3)
    ended = child.exitcode is not None
    answers.get()
    child.join()
    return "join() returned" if ended else "join() was still waiting"


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)  # (1)
    capacity = fcntl.fcntl(writer.fileno(), fcntl.F_GETPIPE_SZ)  # (2)
    print("a pipe holds", capacity, "bytes")
    for more in (-100, +100):  # (3)
        print(f"{more:+} bytes: {try_to_join(capacity + more)}")
