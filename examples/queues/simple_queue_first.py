"""A SimpleQueue from start to end: put, get, close.
SimpleQueue 从头到尾：put、get、close。"""

from multiprocessing import Process, SimpleQueue


def square_all(numbers, answers):
    for number in iter(numbers.get, None):
        answers.put(number * number)


if __name__ == "__main__":
    numbers, answers = SimpleQueue(), SimpleQueue()
    child = Process(target=square_all, args=(numbers, answers))
    child.start()
    for number in (3, 4, 5, None):
        numbers.put(number)  # (1)
    print([answers.get() for _ in range(3)])
    child.join()
    numbers.close()  # (2)
    answers.close()
