"""Counts how often self is pickled when a method is the task.
数一数方法作为任务时，self 被序列化了几次。"""

import pickle
from multiprocessing import Pool


class Table:
    pickled = 0

    def __init__(self):
        self.rows = b"x" * 1_000_000

    def __getstate__(self):  # (1)
        Table.pickled += 1
        return self.__dict__

    def look_up(self, number):
        return self.rows[number]


if __name__ == "__main__":
    table = Table()
    print("bytes of one task:", len(pickle.dumps(table.look_up)))
    for chunksize in (1, 4):
        Table.pickled = 0
        with Pool(2) as pool:
            pool.map(table.look_up, range(8), chunksize=chunksize)
        print(f"chunksize={chunksize}: self pickled {Table.pickled} times")
