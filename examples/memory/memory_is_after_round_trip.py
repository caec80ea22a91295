"""An object goes to a child and back: a copy returns.
对象送到子进程再送回来，回来的是副本。"""

from enum import Enum
from multiprocessing import Pipe, Process


class Color(Enum):
    RED = 1


def send_back(connection, times):
    for _ in range(times):
        connection.send(connection.recv())


if __name__ == "__main__":
    objects = [1], object(), None, Color.RED
    ours, theirs = Pipe()
    child = Process(target=send_back, args=(theirs, len(objects)))
    child.start()
    for sent in objects:
        ours.send(sent)
        back = ours.recv()
        kind = type(sent).__name__
        print(f"{kind:8} equal: {back == sent!s:5}", "same:", back is sent)
    child.join()
