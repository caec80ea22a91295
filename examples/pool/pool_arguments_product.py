"""Runs a function on every combination of two lists.
对两个列表的每一种组合各运行一次函数。"""

from itertools import product
from multiprocessing import Pool


def area(width, height):
    return width * height


if __name__ == "__main__":
    sizes = list(product([1, 2, 3], [10, 20]))
    with Pool(2) as pool:
        areas = pool.starmap(area, sizes)
    for (width, height), result in zip(sizes, areas, strict=True):
        print(f"{width} x {height} = {result}")
