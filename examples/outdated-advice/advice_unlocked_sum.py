"""Tests whether ten children add up right with += and no lock.
检验十个子进程不加锁、只用 += 相加，总和对不对。"""

from multiprocessing import Array, Barrier, Process


def hundred(all_have_read):
    all_have_read.wait()
    return 100


def add(numbers, all_have_read):
    numbers[0] += hundred(all_have_read)  # (1)


if __name__ == "__main__":
    numbers, all_have_read = Array("i", 1), Barrier(10)
    children = [
        Process(target=add, args=(numbers, all_have_read)) for _ in range(10)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected 1000, got", numbers[0])
    print("holds:", numbers[0] == 1000)
