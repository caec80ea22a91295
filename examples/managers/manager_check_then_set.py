"""All children find the key missing; setdefault() lets only one win.
所有子进程都看到键不存在；setdefault() 只让其中一个成功。"""

from multiprocessing import Barrier, Manager, Process

CHILDREN = 4


def check_then_set(number, shared, together, winners):
    if "leader" not in shared:  # (1)
        together.wait()
        shared["leader"] = number
        winners.append(number)


def set_default(number, shared, together, winners):
    together.wait()
    if shared.setdefault("leader", number) == number:  # (2)
        winners.append(number)


def count_winners(target):
    together = Barrier(CHILDREN)
    with Manager() as manager:
        shared, winners = manager.dict(), manager.list()
        children = [
            Process(target=target, args=(number, shared, together, winners))
            for number in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        return len(winners)


if __name__ == "__main__":
    for target in (check_then_set, set_default):
        print(f"{target.__name__}: winners: {count_winners(target)}")
