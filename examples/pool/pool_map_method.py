"""Maps what needs no function of your own: a built-in, and a method.
不用自己写函数也能 map：内置函数和方法。"""

from math import factorial
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(factorial, range(6)))
        print(pool.map(str.upper, ["fork", "spawn"]))
        print(pool.map("spam".count, "spa"))
