"""Counts the messages that a shared list sends to its manager.
数一数共享列表给管理器发了多少条消息。"""

from multiprocessing.managers import ListProxy, SyncManager


class CountedList(ListProxy):
    sent = 0

    def _callmethod(self, *arguments):  # (1)
        CountedList.sent += 1
        return super()._callmethod(*arguments)


SyncManager.register("counted_list", list, CountedList)


def show(what, before):
    print(f"{what:20} {CountedList.sent - before}")
    return CountedList.sent


if __name__ == "__main__":
    with SyncManager() as manager:
        numbers = manager.counted_list(range(100))
        sent = CountedList.sent
        sum(numbers)  # (2)
        sent = show("sum(numbers)", sent)
        sum(numbers[:])  # (3)
        sent = show("sum(numbers[:])", sent)
        numbers[0] += 1  # (4)
        sent = show("numbers[0] += 1", sent)
        numbers.append(1)
        sent = show("numbers.append(1)", sent)
