"""One account is source and target: its lock is taken once, not twice.
转出和转入是同一个账户：锁只获取一次，不是两次。"""

from contextlib import ExitStack
from multiprocessing import Lock, Process, Value


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.lock = Lock()
        self.balance = Value("i", balance, lock=False)


def transfer(source, target, amount):
    by_number = {source.number: source, target.number: target}
    with ExitStack() as stack:
        for number in sorted(by_number):
            stack.enter_context(by_number[number].lock)
        source.balance.value -= amount
        target.balance.value += amount
    print("from", source.number, "to", target.number)


if __name__ == "__main__":
    left, right = Account(1, 700), Account(2, 300)
    children = [
        Process(target=transfer, args=(left, left, 100)),
        Process(target=transfer, args=(right, left, 100)),
    ]
    for child in children:
        child.start()
        child.join()
    print("balance of 2:", right.balance.value)
