"""Sends a large object once to each worker instead of with each chunk.
大对象只给每个工作进程送一次，而不是每一批送一次。"""

from multiprocessing import Pool


class Table:
    pickled = 0

    def __init__(self):
        self.rows = b"x" * 1_000_000

    def __getstate__(self):
        Table.pickled += 1
        return self.__dict__

    def look_up(self, number):
        return self.rows[number]


def keep(received):
    global table
    table = received


def look_up(number):
    return table.look_up(number)


if __name__ == "__main__":
    with Pool(2, initializer=keep, initargs=(Table(),)) as pool:
        print("sum:", sum(pool.map(look_up, range(100), chunksize=1)))
    print("self pickled", Table.pickled, "times for 100 tasks")
