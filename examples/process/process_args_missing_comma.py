"""Forgets the comma of a tuple with one element.
只有一个元素的元组漏写了逗号。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

from multiprocessing import Process


def greet(name):
    print("Hello,", name)


if __name__ == "__main__":
    child = Process(target=greet, args=("Ada"))  # (1)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)

    child = Process(target=print, args=(42))  # (2)
