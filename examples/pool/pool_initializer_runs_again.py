"""Counts the initializer's runs when workers are replaced.
工作进程不断更换时，数一数 initializer 执行了几次。"""

from multiprocessing import Pool, Value


def count(runs):
    with runs.get_lock():
        runs.value += 1


def work(number):
    return number


if __name__ == "__main__":
    runs = Value("i", 0)
    with Pool(1, count, (runs,), maxtasksperchild=2) as pool:
        pool.map(work, range(7), chunksize=1)
        pool.close()
        pool.join()
    print("7 tasks, initializer ran", runs.value, "times")
