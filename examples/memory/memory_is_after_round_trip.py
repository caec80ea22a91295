"""An object goes to a child and back: a copy returns. 对象送到子进程再送回来，回来的是副本。"""

from enum import Enum
from multiprocessing import Pipe, Process


class Color(Enum):
    RED = 1


def send_back(connection, times):
    for _ in range(times):
        connection.send(connection.recv())


if __name__ == "__main__":
    objects = {"list": [1], "object()": object(), "None": None, "Color.RED": Color.RED}
    ours, theirs = Pipe()
    child = Process(target=send_back, args=(theirs, len(objects)))
    child.start()
    for name, sent in objects.items():
        ours.send(sent)
        returned = ours.recv()
        print(f"{name:10} equal: {returned == sent!s:6} the same: {returned is sent}")
    child.join()
