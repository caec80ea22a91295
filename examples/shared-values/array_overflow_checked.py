"""'q' holds larger numbers, and reading back finds what did not fit.
'q' 装得下更大的数；写完读回来，就知道装没装下。"""

from multiprocessing import Array, Process


def store(numbers, index, number):
    with numbers.get_lock():
        numbers[index] = number
        if numbers[index] != number:  # (1)
            raise OverflowError(f"{number} does not fit")


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
    print("the first number:", numbers[0])
