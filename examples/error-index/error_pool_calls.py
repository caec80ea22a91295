"""Methods of a Pool at the wrong moment.
在错误的时刻调用 Pool 的方法。"""

from multiprocessing import Pool


def attempt(method, *args):
    try:
        method(*args)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    pool = Pool(2)
    attempt(pool.join)
    pool.close()
    attempt(pool.map, abs, [-1, -2])
    pool.join()
