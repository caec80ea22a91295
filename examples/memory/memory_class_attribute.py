"""A child changes an attribute of a class. 子进程修改一个类的属性。"""

from multiprocessing import Process


class Account:
    opened = 0

    def __init__(self):
        Account.opened += 1


def open_three():
    for _ in range(3):
        Account()
    print("accounts opened, says the child:", Account.opened)


if __name__ == "__main__":
    child = Process(target=open_three)
    child.start()
    child.join()
    print("accounts opened, says the parent:", Account.opened)
