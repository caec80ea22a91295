"""The lock is released between check and sale: one ticket is sold twice.
检查和出票之间放开了锁：一张票卖了两次。"""

from multiprocessing import Barrier, Process, Value


def buy(tickets, both_have_checked):
    with tickets.get_lock():
        available = tickets.value > 0  # (1)
    both_have_checked.wait()  # (2)
    if available:
        with tickets.get_lock():
            tickets.value -= 1  # (3)


if __name__ == "__main__":
    tickets = Value("i", 1)
    both_have_checked = Barrier(2)
    children = [
        Process(target=buy, args=(tickets, both_have_checked)) for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("tickets left:", tickets.value)
