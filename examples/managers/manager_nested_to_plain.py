"""Turns nested proxies into ordinary dicts and lists.
把嵌套的代理变成普通的字典和列表。"""

from multiprocessing import Manager
from multiprocessing.managers import DictProxy, ListProxy


def plain(item):
    if isinstance(item, ListProxy):
        return [plain(each) for each in item[:]]  # (1)
    if isinstance(item, DictProxy):
        return {key: plain(value) for key, value in item.items()}
    return item


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict(names=manager.list(["Ann", "Bob"]))
        shared["inner"] = manager.dict(numbers=manager.list([1, 2]))
        copy = plain(shared)
    print(copy)
