"""A method with a lock checks and acts in one call: one buyer gets the seat.
带锁的方法一次调用里检查并执行：座位只卖给一个人。"""

from multiprocessing import Barrier, Process
from multiprocessing.managers import SyncManager
from threading import Lock


class Seats:
    def __init__(self, free):
        self.free = free
        self.lock = Lock()

    def book(self):
        with self.lock:  # (1)
            if self.free == 0:
                return False
            self.free -= 1
            return True


class SeatManager(SyncManager):  # (2)
    pass


SeatManager.register("Seats", Seats)


def buy(seats, sold, together):
    together.wait()
    while seats.book():
        sold.append(1)


if __name__ == "__main__":
    together = Barrier(4)
    with SeatManager() as manager:
        seats, sold = manager.Seats(50), manager.list()
        children = [
            Process(target=buy, args=(seats, sold, together)) for _ in range(4)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("sold:", len(sold))
