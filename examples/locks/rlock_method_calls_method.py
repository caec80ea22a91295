"""A method that holds the RLock calls another that takes it as well.
一个方法持有 RLock，又调用另一个也要获取它的方法。"""

from multiprocessing import Process, RLock, Value


class Account:
    def __init__(self):
        self.lock = RLock()  # (1)
        self.balance = Value("i", 0, lock=False)

    def deposit(self, amount):
        with self.lock:  # (2)
            self.balance.value += amount

    def deposit_with_bonus(self, amount):
        with self.lock:  # (3)
            self.deposit(amount)
            self.deposit(amount // 10)


def deposit_often(account):
    for _ in range(100):
        account.deposit_with_bonus(50)


if __name__ == "__main__":
    account = Account()
    children = [
        Process(target=deposit_often, args=(account,)) for _ in range(4)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("expected:", 4 * 100 * 55)
    print("balance: ", account.balance.value)
