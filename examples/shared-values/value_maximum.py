"""Four children look for the largest number, and keep it in one Value.
四个子进程找最大的数，记在同一个 Value 里。"""

from multiprocessing import Barrier, Process, Value


def look(numbers, largest, together):
    together.wait()
    for number in numbers:
        with largest.get_lock():
            largest.value = max(largest.value, number)


if __name__ == "__main__":
    numbers = [n * 7919 % 10_007 for n in range(10_007)]
    largest = Value("q", numbers[0])
    together = Barrier(4)
    children = [
        Process(target=look, args=(numbers[first::4], largest, together))
        for first in range(4)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("shared maximum:", largest.value)
    print("max() says:    ", max(numbers))
