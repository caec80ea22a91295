"""Every task draws a number of its own from a counter that all share.
每个任务从共用的计数器里取一个自己的号码。"""

from multiprocessing import Pool, Value


def keep(value):
    global counter
    counter = value


def draw(_):
    with counter.get_lock():
        counter.value += 1
        return counter.value


if __name__ == "__main__":
    with Pool(2, initializer=keep, initargs=(Value("i", 0),)) as pool:
        numbers = pool.map(draw, range(200), chunksize=1)
    print("drawn:", len(numbers), "- different:", len(set(numbers)))
    print("smallest and largest:", min(numbers), max(numbers))
