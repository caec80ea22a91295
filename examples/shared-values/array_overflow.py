"""A number that does not fit becomes another number, without an error.
装不下的数变成了别的数，却不报错。"""

from multiprocessing import Array, Process, Value


def store(numbers, level):
    numbers[0] = 2**31 - 1  # (1)
    numbers[1] = 2**31  # (2)
    numbers[2] = 2**32 + 5
    level.value = 300  # (3)


if __name__ == "__main__":
    numbers = Array("i", 3)
    level = Value("B")
    child = Process(target=store, args=(numbers, level))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    print("numbers:", numbers[:])
    print("level:", level.value)
