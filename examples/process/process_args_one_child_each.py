"""Starts a child for every row of a table. 表格有几行，就启动几个子进程。"""

from multiprocessing import Process

ORDERS = [("apples", 3, 0.5), ("pears", 2, 0.8), ("plums", 10, 0.1)]


def price(fruit, count, each, *, currency):
    print(f"{count} {fruit}: {count * each:.2f} {currency}")


if __name__ == "__main__":
    children = [
        Process(target=price, args=order, kwargs={"currency": "EUR"})
        for order in ORDERS
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
