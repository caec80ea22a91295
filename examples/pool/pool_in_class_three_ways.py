"""Three ways to use a pool from a class that has one.
类里有进程池时，三种能用的写法。"""

from multiprocessing import Pool


class WithoutPool:
    def __init__(self, factor, pool):
        self.factor, self.pool = factor, pool

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["pool"]  # (1)
        return state

    def apply_to(self, number):
        return self.factor * number

    def apply_to_all(self, numbers):
        return self.pool.map(self.apply_to, numbers)


class WithStatic:
    def __init__(self, factor, pool):
        self.factor, self.pool = factor, pool

    @staticmethod
    def multiply(factor, number):
        return factor * number

    def apply_to_all(self, numbers):
        pairs = [(self.factor, number) for number in numbers]
        return self.pool.starmap(self.multiply, pairs)  # (2)


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def apply_to(self, number):
        return self.factor * number


if __name__ == "__main__":
    numbers = range(5)
    with Pool(2) as pool:
        print("__getstate__:", WithoutPool(10, pool).apply_to_all(numbers))
        print("staticmethod:", WithStatic(10, pool).apply_to_all(numbers))
        print("not in self: ", pool.map(Scale(10).apply_to, numbers))  # (3)
