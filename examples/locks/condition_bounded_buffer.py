"""A buffer for three numbers, on an Array and two conditions with one lock.
能放三个数的缓冲区：一个 Array，一把锁，两个条件变量。"""

from multiprocessing import Array, Condition, Lock, Process, Value


class Buffer:
    def __init__(self, size):
        lock = Lock()
        self.not_full, self.not_empty = Condition(lock), Condition(lock)  # (1)
        self.numbers = Array("i", size, lock=False)
        self.first = Value("i", 0, lock=False)
        self.count = Value("i", 0, lock=False)

    def put(self, number):
        size = len(self.numbers)
        with self.not_full:
            self.not_full.wait_for(lambda: self.count.value < size)  # (2)
            self.numbers[(self.first.value + self.count.value) % size] = number
            self.count.value += 1
            self.not_empty.notify()  # (3)

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.count.value > 0)
            number = self.numbers[self.first.value]
            self.first.value = (self.first.value + 1) % len(self.numbers)
            self.count.value -= 1
            self.not_full.notify()
            return number


def produce(buffer):
    for number in range(10):
        buffer.put(number)


if __name__ == "__main__":
    buffer = Buffer(3)
    child = Process(target=produce, args=(buffer,))
    child.start()
    print([buffer.get() for _ in range(10)])
    child.join()
