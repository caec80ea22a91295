"""An exception in a method comes back to the process that called it.
方法里的异常会回到调用它的进程。"""

from multiprocessing.managers import BaseManager


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount
        return self.balance


class BankManager(BaseManager):
    pass


BankManager.register("Account", Account)

if __name__ == "__main__":
    with BankManager() as manager:
        account = manager.Account(100)
        try:
            account.withdraw(500)
        except ValueError as error:
            print("ValueError:", error)
        print("balance:", account.withdraw(30))
