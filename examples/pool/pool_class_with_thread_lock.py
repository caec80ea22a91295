"""Leaves a lock out when self is pickled, and makes a new one in the copy.
序列化 self 时去掉锁，在副本里另建一把。"""

from multiprocessing import Pool
from threading import Lock


class Scale:
    def __init__(self, factor):
        self.factor = factor
        self.lock = Lock()

    def apply_to(self, number):
        with self.lock:
            return self.factor * number


class PicklableScale(Scale):
    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__init__(state["factor"])


if __name__ == "__main__":
    with Pool(2) as pool:
        for scale in (Scale(10), PicklableScale(10)):
            try:
                print(pool.map(scale.apply_to, range(5)))
            except TypeError as error:
                print("TypeError:", error)
