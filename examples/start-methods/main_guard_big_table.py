"""Builds a table below the main guard and hands a part to each child.
表在主模块保护下面建，每个子进程只拿一部分。"""

from multiprocessing import Process


def build_table():
    print("building the table", flush=True)
    return [number * number for number in range(8)]


def add_up(name, part):
    print(name, "adds up to", sum(part))


if __name__ == "__main__":
    table = build_table()
    children = [
        Process(target=add_up, args=("first half", table[:4])),
        Process(target=add_up, args=("second half", table[4:])),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
