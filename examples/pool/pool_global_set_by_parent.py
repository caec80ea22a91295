"""A global that the parent sets reaches the workers only under fork.
父进程设置的全局变量，只有用 fork 时工作进程才看得到。"""

from multiprocessing import Pool

factor = 1


def multiply(number):
    return factor * number


if __name__ == "__main__":
    factor = 10
    with Pool(2) as pool:
        print(pool.map(multiply, [1, 2, 3]))
