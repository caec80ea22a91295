"""A method as the task of a pool: the object travels to the workers.
把方法作为进程池的任务：对象会跟着送到工作进程。"""

from multiprocessing import Pool


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def apply_to(self, number):
        return self.factor * number

    def apply_to_all(self, numbers):
        with Pool(2) as pool:  # (1)
            return pool.map(self.apply_to, numbers)  # (2)


if __name__ == "__main__":
    print(Scale(10).apply_to_all(range(5)))
