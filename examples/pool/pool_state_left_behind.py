"""A setting that one task changes is still there in the next.
一个任务改了设置，下一个任务里它还在。"""

from decimal import Decimal, getcontext, localcontext
from multiprocessing import Pool


def round_here(text):
    getcontext().prec = 3
    return +Decimal(text)


def round_inside(text):
    with localcontext() as context:
        context.prec = 3
        return +Decimal(text)


def divide(number):
    return Decimal(1) / number


if __name__ == "__main__":
    for task in (round_here, round_inside):
        with Pool(1) as pool:
            print(f"{task.__name__}:", pool.apply(task, ("2.71828",)))
            print("  then 1/7 is", pool.apply(divide, (7,)))
