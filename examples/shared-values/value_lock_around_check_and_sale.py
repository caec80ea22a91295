"""Check and sale under one lock: the ticket is sold once.
检查和出票在同一次加锁之内：票只卖一次。"""

from multiprocessing import Barrier, Process, Value


def buy(tickets, together, name):
    together.wait()
    with tickets.get_lock():  # (1)
        bought = tickets.value > 0
        if bought:
            tickets.value -= 1
    print(name, "has the ticket" if bought else "came too late")  # (2)


if __name__ == "__main__":
    tickets = Value("i", 1)
    together = Barrier(2)
    children = [
        Process(target=buy, args=(tickets, together, name))
        for name in ("Ada", "Bo")
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("tickets left:", tickets.value)
