"""An object of a class of your own lives in a manager, for four children.
自己写的类的对象放在管理器里，供四个子进程使用。"""

from multiprocessing import Process
from multiprocessing.managers import BaseManager
from threading import Lock


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = Lock()  # (1)

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def get_balance(self):
        return self.balance


class BankManager(BaseManager):  # (2)
    pass


BankManager.register("Account", Account)  # (3)


def pay_in(account):
    for _ in range(100):
        account.deposit(1)  # (4)


if __name__ == "__main__":
    with BankManager() as manager:
        account = manager.Account(1000)  # (5)
        children = [Process(target=pay_in, args=(account,)) for _ in range(4)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("balance:", account.get_balance())
