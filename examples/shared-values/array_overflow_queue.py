"""A Python int of any size travels through a Queue unchanged.
多大的 Python 整数都能原样通过 Queue。"""

from multiprocessing import Process, Queue


def compute(results):
    results.put(2**100)


if __name__ == "__main__":
    results = Queue()
    child = Process(target=compute, args=(results,))
    child.start()
    print("arrived unchanged:", results.get() == 2**100)
    child.join()
