"""object() is lost as a sentinel on its way to a child, None is not.
object() 传到子进程就认不出来了，None 不会。"""

from multiprocessing import Pipe, Process

STOP = object()


def work(connection):
    for _ in range(2):
        item = connection.recv()
        print("is it STOP?", item is STOP, "- is it None?", item is None)


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=work, args=(theirs,))
    child.start()
    ours.send(STOP)
    ours.send(None)
    child.join()
