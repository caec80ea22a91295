"""Without a barrier after the check, accounts are overdrawn only by chance.
查余额之后没有栅栏：透支与否全凭运气。"""

from multiprocessing import Array, Barrier, Lock, Process

ACCOUNTS = 1_000


def withdraw_from_all(lock, balances, together):
    for number in range(ACCOUNTS):
        together.wait()
        if balances[number] >= 80:
            with lock:
                balances[number] -= 80


if __name__ == "__main__":
    for attempt in range(1, 6):
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
        print(f"attempt {attempt}: {overdrawn} of {ACCOUNTS} overdrawn")
