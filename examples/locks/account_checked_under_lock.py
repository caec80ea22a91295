"""Check and withdrawal in one with block: no account is overdrawn.
查余额和取钱在同一个 with 块里：没有一个账户透支。"""

from multiprocessing import Array, Barrier, Lock, Process

ACCOUNTS = 1_000


def withdraw_from_all(lock, balances, together):
    for number in range(ACCOUNTS):
        together.wait()  # (1)
        with lock:  # (2)
            if balances[number] >= 80:
                balances[number] -= 80


if __name__ == "__main__":
    lock, together = Lock(), Barrier(2)
    balances = Array("i", [100] * ACCOUNTS)
    arguments = (lock, balances, together)
    children = [
        Process(target=withdraw_from_all, args=arguments) for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    overdrawn = sum(balance < 0 for balance in balances)
    print("overdrawn:", overdrawn, "of", ACCOUNTS)
    print("balances: ", set(balances))
