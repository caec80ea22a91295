"""Calls a function with several arguments for each task.
每个任务用几个参数来调用函数。"""

from multiprocessing import Pool


def interest(capital, percent, years=1):
    return capital * percent * years // 100


if __name__ == "__main__":
    loans = [(1000, 3), (2000, 4, 5), (500, 6, 2)]  # (1)
    with Pool(2) as pool:
        print(pool.starmap(interest, loans))  # (2)
