"""Finds out what is shared: change it in one process, read it in the other.
判断是否共享：在一个进程里改，在另一个进程里读。"""

from multiprocessing import Array, Process


def change(numbers):
    numbers[0] = 42


def is_shared(numbers):
    child = Process(target=change, args=(numbers,))
    child.start()
    child.join()
    return numbers[0] == 42


if __name__ == "__main__":
    print("list: shared?", is_shared([0]))
    print("Array: shared?", is_shared(Array("i", [0])))
