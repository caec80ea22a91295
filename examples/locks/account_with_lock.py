"""Two children withdraw money from one account, one after the other.
两个子进程先后从同一个账户取钱。"""

from multiprocessing import Lock, Process, Value


def withdraw(lock, balance, amount):
    with lock:  # (1)
        if balance.value >= amount:
            balance.value -= amount
            answer = "paid"
        else:
            answer = "refused"
    print(answer)  # (2)


if __name__ == "__main__":
    lock = Lock()  # (3)
    balance = Value("i", 100, lock=False)  # (4)
    children = [
        Process(target=withdraw, args=(lock, balance, 80)) for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("balance:", balance.value)
