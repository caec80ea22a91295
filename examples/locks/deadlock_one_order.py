"""Both children take the locks in one order: no deadlock in 1000 transfers.
两个子进程按同一个顺序获取锁：转账 1000 次，没有死锁。"""

from multiprocessing import Barrier, Lock, Process, Value


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.lock = Lock()
        self.balance = Value("i", balance, lock=False)


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda one: one.number)  # (1)
    with first.lock, second.lock:  # (2)
        source.balance.value -= amount
        target.balance.value += amount


def transfer_often(source, target, together):
    together.wait()
    for _ in range(500):
        transfer(source, target, 1)


if __name__ == "__main__":
    left, right, together = Account(1, 700), Account(2, 300), Barrier(2)
    children = [
        Process(target=transfer_often, args=(left, right, together)),
        Process(target=transfer_often, args=(right, left, together)),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("balances:", left.balance.value, right.balance.value)
