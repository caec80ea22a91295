"""A proxy has the methods of the object, but not its attributes.
代理有对象的方法，没有对象的属性。"""

from multiprocessing.managers import BaseManager


class Account:
    def __init__(self):
        self.balance = 1000

    def get_balance(self):
        return self.balance

    def __len__(self):
        return 1


class BankManager(BaseManager):
    pass


BankManager.register("Account", Account)

if __name__ == "__main__":
    with BankManager() as manager:
        account = manager.Account()
        for attempt in (lambda: account.balance, lambda: len(account)):
            try:
                attempt()
            except (AttributeError, TypeError) as error:
                print(f"{type(error).__name__}: {error}")
        account.balance = 5  # (1)
        print("here:", account.balance)
        print("in the manager:", account.get_balance())
