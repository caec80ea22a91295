"""Counts how often a large argument of partial() and repeat() is pickled.
数一数 partial() 和 repeat() 里的大参数被序列化了几次。"""

from functools import partial
from itertools import repeat
from multiprocessing import Pool


class Table:
    pickled = 0

    def __getstate__(self):
        Table.pickled += 1
        return {}


def look_up(table, number):
    return number


if __name__ == "__main__":
    table = Table()
    with Pool(2) as pool:
        for chunksize in (1, 4, 8):
            Table.pickled = 0
            pool.map(partial(look_up, table), range(8), chunksize)
            print(f"chunksize={chunksize}, partial(): {Table.pickled} times")
            Table.pickled = 0
            pool.starmap(look_up, zip(repeat(table), range(8)), chunksize)
            print(f"chunksize={chunksize}, repeat(): {Table.pickled} times")
