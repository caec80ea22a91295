"""Three loops over a shared dict, and the messages that each one sends.
遍历共享字典的三种写法，各发多少条消息。"""

from multiprocessing.managers import DictProxy, SyncManager


class CountedDict(DictProxy):
    sent = 0

    def _callmethod(self, *arguments):
        CountedDict.sent += 1
        return super()._callmethod(*arguments)


SyncManager.register("counted_dict", dict, CountedDict)


def read_each(squares):
    return sum(squares[number] for number in range(100))


def read_values(squares):
    return sum(squares.values())


def read_copy(squares):
    return sum(value for value in squares.copy().values())


if __name__ == "__main__":
    with SyncManager() as manager:
        squares = manager.counted_dict({n: n * n for n in range(100)})
        for loop in (read_each, read_values, read_copy):
            before = CountedDict.sent
            total = loop(squares)
            print(f"{loop.__name__}: {total}, {CountedDict.sent - before}")
