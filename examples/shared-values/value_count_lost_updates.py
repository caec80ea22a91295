"""Counts how many updates one, two, and four children lose.
数一数一个、两个、四个子进程各丢多少次更新。"""

from multiprocessing import Barrier, Process, Value

UPDATES = 200_000


def count(counter, together, updates):
    together.wait()
    for _ in range(updates):
        counter.value += 1


def percent_lost(how_many):
    counter, together = Value("i", 0), Barrier(how_many)
    arguments = (counter, together, UPDATES // how_many)
    children = [Process(target=count, args=arguments) for _ in range(how_many)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return 100 * (UPDATES - counter.value) / UPDATES


if __name__ == "__main__":
    for how_many in (1, 2, 4):
        lost = percent_lost(how_many)
        print(f"children: {how_many}, updates lost: {lost:.1f} %")
