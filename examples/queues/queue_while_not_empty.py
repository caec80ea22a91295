"""A loop on `while not empty()` ends before the work does.
`while not empty()` 循环结束时，活还没有干完。"""

from multiprocessing import Event, Process, Queue


def produce(words, looked):
    words.put("one")
    looked.wait()  # (1)
    words.put("two")


def take_until_empty(words):
    taken = [words.get()]
    while not words.empty():  # (2)
        taken.append(words.get())
    return taken


if __name__ == "__main__":
    words, looked = Queue(), Event()
    child = Process(target=produce, args=(words, looked))
    child.start()
    print("taken:", take_until_empty(words))
    looked.set()
    print("left over:", words.get())  # (3)
    child.join()
