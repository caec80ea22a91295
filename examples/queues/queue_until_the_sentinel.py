"""Takes everything from a queue without asking whether it is empty.
不问队列空不空，把里面的东西全部取出来。"""

from multiprocessing import Process, Queue


def produce(words):
    for word in ("one", "two", "three"):
        words.put(word)
    words.put(None)  # (1)


if __name__ == "__main__":
    words = Queue()
    child = Process(target=produce, args=(words,))
    child.start()
    for word in iter(words.get, None):  # (2)
        print(word)
    child.join()
