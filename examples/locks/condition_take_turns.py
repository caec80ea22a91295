"""Three children print in turn, in a fixed order.
三个子进程按固定的次序轮流打印。"""

from multiprocessing import Condition, Process, Value

CHILDREN, ROUNDS = 3, 2


def work(number, changed, turn):
    for _ in range(ROUNDS):
        with changed:
            changed.wait_for(lambda: turn.value == number)
            print("child", number, flush=True)
            turn.value = (number + 1) % CHILDREN
            changed.notify_all()


if __name__ == "__main__":
    changed, turn = Condition(), Value("i", 0, lock=False)
    children = [
        Process(target=work, args=(number, changed, turn))
        for number in range(CHILDREN)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
