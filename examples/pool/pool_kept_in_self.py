"""The object keeps its pool, so its methods cannot be tasks.
对象把进程池留在自己身上，它的方法就不能作为任务。"""

from multiprocessing import Pool


class Scale:
    def __init__(self, factor):
        self.factor = factor
        self.pool = Pool(2)  # (1)

    def apply_to(self, number):
        return self.factor * number

    def apply_to_all(self, numbers):
        return self.pool.map(self.apply_to, numbers)  # (2)


if __name__ == "__main__":
    scale = Scale(10)
    try:
        print(scale.apply_to_all(range(5)))
    except NotImplementedError as error:
        print("NotImplementedError:", error)
    scale.pool.close()
    scale.pool.join()
