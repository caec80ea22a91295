"""Four children sell the last seats of a shared dict under one lock.
四个子进程在同一把锁下卖出共享字典里最后几个座位。"""

from multiprocessing import Barrier, Lock, Manager, Process


def sell(shop, sold, lock, together):
    together.wait()
    while True:
        with lock:  # (1)
            if shop["seats"] == 0:
                return
            shop["seats"] -= 1
        sold.append(1)  # (2)


if __name__ == "__main__":
    lock, together = Lock(), Barrier(4)
    with Manager() as manager:
        shop, sold = manager.dict(seats=50), manager.list()
        children = [
            Process(target=sell, args=(shop, sold, lock, together))
            for _ in range(4)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("sold:", len(sold), "left:", shop["seats"])
