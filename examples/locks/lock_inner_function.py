"""The locked methods call an unlocked one, and a Lock is enough.
带锁的方法调用不带锁的方法，用 Lock 就够了。"""

from multiprocessing import Lock, Process, Value


class Account:
    def __init__(self):
        self.lock = Lock()
        self.balance = Value("i", 0, lock=False)

    def _add(self, amount):
        self.balance.value += amount

    def deposit(self, amount):
        with self.lock:
            self._add(amount)

    def deposit_with_bonus(self, amount):
        with self.lock:
            self._add(amount)
            self._add(amount // 10)


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
