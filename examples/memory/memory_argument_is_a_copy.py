"""A child changes a list that it got as an argument.
子进程修改作为参数得到的列表。"""

from multiprocessing import Process


def clear(numbers):
    numbers.clear()
    print("the child has", numbers)


if __name__ == "__main__":
    numbers = [1, 2, 3]
    child = Process(target=clear, args=(numbers,))
    child.start()
    child.join()
    print("the parent has", numbers)
