"""Value and Array of a manager against those in shared memory.
管理器的 Value 和 Array，与共享内存里的那两个相比。"""

import multiprocessing


def show(what, call):
    try:
        result = call()
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(f"  {what}: {result}")


def store(number, item):
    number.value = item
    return number.value


def store_first(numbers, item):
    numbers[0] = item
    return numbers[0]


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        for where in (multiprocessing, manager):
            print(type(where).__name__)
            number, numbers = where.Value("i", 0), where.Array("i", [0, 0])
            show("Value 2**31", lambda: store(number, 2**31))  # (1)
            show("Value text", lambda: store(number, "text"))  # (2)
            show("Array 2**31", lambda: store_first(numbers, 2**31))  # (3)
            show("lock", lambda: type(number.get_lock()).__name__)  # (4)
