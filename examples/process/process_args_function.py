"""Hands a function to a child as an argument. 把函数作为参数传给子进程。"""

import operator
from multiprocessing import Process


def triple(number):
    return 3 * number


def apply(function, *args):
    print(f"{function.__name__}{args} = {function(*args)}")


if __name__ == "__main__":
    for function, args in [
        (triple, (5,)),
        (operator.mul, (6, 7)),
        (max, (1, 9, 4)),
    ]:
        child = Process(target=apply, args=(function, *args))
        child.start()
        child.join()
