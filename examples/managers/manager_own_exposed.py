"""Chooses what a proxy offers: some methods, len(), the attributes.
选定代理提供什么：某些方法、len()、属性。"""

from multiprocessing.managers import BaseManager, NamespaceProxy


class Account:
    def __init__(self):
        self.balance = 1000

    def deposit(self, amount):
        self.balance += amount

    def close(self):
        self.balance = 0

    def __len__(self):
        return 1


class BankManager(BaseManager):
    pass


BankManager.register("Few", Account, exposed=("deposit", "__len__"))  # (1)
BankManager.register("Open", Account, NamespaceProxy)  # (2)

if __name__ == "__main__":
    with BankManager() as manager:
        few = manager.Few()
        print("Few: len:", len(few), "close:", hasattr(few, "close"))
        account = manager.Open()
        account.balance += 1  # (3)
        print("Open: balance:", account.balance)
        account.deposit(5)
        print("after deposit():", account.balance)  # (4)
