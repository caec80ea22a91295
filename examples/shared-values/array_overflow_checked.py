"""'q' holds larger numbers, and what does not fit is not stored.
'q' 装得下更大的数；装不下的，就不往里存。"""

from multiprocessing import Array, Process

SMALLEST, LARGEST = -(2**63), 2**63 - 1


def store(numbers, index, number):
    if not SMALLEST <= number <= LARGEST:  # (1)
        raise OverflowError(f"{number} does not fit")
    numbers[index] = number


def fill(numbers):
    store(numbers, 0, 2**31)
    try:
        store(numbers, 1, 2**63)
    except OverflowError as error:
        print("OverflowError:", error)


if __name__ == "__main__":
    numbers = Array("q", 2)  # (2)
    child = Process(target=fill, args=(numbers,))
    child.start()
    child.join()
    print("the numbers:", numbers[:])
