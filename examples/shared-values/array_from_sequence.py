"""Makes arrays from a size, a list, and a range.
用长度、列表和 range 建立数组。"""

from multiprocessing import Array, Process


def add_one(numbers):
    with numbers.get_lock():
        for index in range(len(numbers)):
            numbers[index] += 1


if __name__ == "__main__":
    arrays = [Array("i", 3), Array("i", [10, 20, 30]), Array("i", range(5))]
    for numbers in arrays:
        child = Process(target=add_one, args=(numbers,))
        child.start()
        child.join()
        print(len(numbers), numbers[:])
    try:
        numbers[5] = 6
    except IndexError as error:
        print("IndexError:", error)
