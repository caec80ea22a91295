"""Tries to put several objects into an Array, a managed list, and a Queue.
试着把几种对象放进 Array、管理器的列表和 Queue。"""

from multiprocessing import Array, Manager, Queue

ITEMS = {
    "7": 7,
    "2**40": 2**40,
    "1.5": 1.5,
    "a text": "text",
    "a dict": {"a": [1, 2]},
}


def attempt(store, fetch, item):
    try:
        store(item)
        got = fetch()
    except TypeError:
        return "TypeError"
    return "ok" if got == item else f"became {got}"


def place_in(numbers):
    return lambda item: numbers.__setitem__(0, item), lambda: numbers[0]


if __name__ == "__main__":
    queue = Queue()
    with Manager() as manager:
        ways = (
            place_in(Array("i", 1)),
            place_in(manager.list([None])),
            (queue.put, queue.get),
        )
        print("item    Array('i')  Manager  Queue")
        for name, item in ITEMS.items():
            results = [attempt(*way, item) for way in ways]
            print("{:6}  {:10}  {:7}  {}".format(name, *results))
