"""The initializer keeps its error, and the first task raises it.
initializer 把错误留下来，由第一个任务抛出。"""

from multiprocessing import Pool

failure = None


def load(path):
    global table, failure
    try:
        with open(path, encoding="utf-8") as file:
            table = file.read().split()
    except Exception as error:
        failure = error


def look_up(number):
    if failure is not None:
        raise failure
    return table[number]


if __name__ == "__main__":
    with Pool(2, initializer=load, initargs=("no-table-here.txt",)) as pool:
        try:
            print(pool.map(look_up, range(3)))
        except FileNotFoundError as error:
            print("FileNotFoundError:", error)
