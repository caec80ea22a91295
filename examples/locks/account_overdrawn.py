"""Both children check the balance before either withdraws: it is overdrawn.
两个子进程都先查了余额，然后才取钱：账户透支。"""

from multiprocessing import Array, Barrier, Lock, Process

ACCOUNTS = 20


def withdraw_from_all(lock, balances, both_have_checked):
    for number in range(ACCOUNTS):
        enough = balances[number] >= 80  # (1)
        both_have_checked.wait()  # (2)
        if enough:
            with lock:  # (3)
                balances[number] -= 80


if __name__ == "__main__":
    lock, both_have_checked = Lock(), Barrier(2)
    balances = Array("i", [100] * ACCOUNTS)
    arguments = (lock, balances, both_have_checked)
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
