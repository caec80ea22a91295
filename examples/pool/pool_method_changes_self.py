"""What a method changes in self stays in the worker's copy.
方法对 self 的改动，只留在工作进程的副本里。"""

from multiprocessing import Pool


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, number):
        self.total += number  # (1)
        return number


if __name__ == "__main__":
    counter = Counter()
    with Pool(2) as pool:
        numbers = pool.map(counter.add, range(5))
    print("self.total:", counter.total)
    counter.total += sum(numbers)  # (2)
    print("self.total:", counter.total)
