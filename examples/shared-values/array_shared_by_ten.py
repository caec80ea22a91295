"""Ten children add to one shared array, and no addition is lost.
十个子进程往同一个共享数组里加数，一次也没有丢。"""

from multiprocessing import Array, Process


def add(numbers, amount):
    with numbers.get_lock():  # (1)
        for place in range(len(numbers)):
            numbers[place] += amount


if __name__ == "__main__":
    numbers = Array("q", [0, 100, 1000])  # (2)
    amounts = range(1, 11)
    children = [Process(target=add, args=(numbers, n)) for n in amounts]  # (3)
    for child in children:
        child.start()
    for child in children:
        child.join()  # (4)
    print("added to each number:", sum(amounts))
    print("the array holds:", numbers[:])  # (5)
