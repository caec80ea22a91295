"""The initializer runs once in each worker, not once for each task.
initializer 在每个工作进程里执行一次，而不是每个任务一次。"""

from multiprocessing import Pool, Value


def load(loaded):
    global table
    table = {number: number * number for number in range(1000)}  # (1)
    with loaded.get_lock():
        loaded.value += 1  # (2)


def look_up(number):
    return table[number]  # (3)


if __name__ == "__main__":
    loaded = Value("i", 0)
    with Pool(2, initializer=load, initargs=(loaded,)) as pool:  # (4)
        squares = pool.map(look_up, range(100))
        pool.close()
        pool.join()
    print("results:", len(squares), "- the last is", squares[-1])
    print("times loaded:", loaded.value)
