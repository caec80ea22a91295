"""What a Queue has and a SimpleQueue has not.
Queue 有而 SimpleQueue 没有的东西。"""

from multiprocessing import Queue, SimpleQueue


def public(thing):
    return {name for name in dir(thing) if not name.startswith("_")}


if __name__ == "__main__":
    simple, queue = SimpleQueue(), Queue()
    print("both:", *sorted(public(simple) & public(queue)))
    print("only Queue:", *sorted(public(queue) - public(simple)))
    try:
        simple.get(timeout=1)
    except TypeError as error:
        print("TypeError:", error)
