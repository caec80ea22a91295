"""Nine children, and never more than three at the same time inside.
九个子进程，同一时刻里面最多三个。"""

from multiprocessing import Barrier, Process, Semaphore, Value


def work(slots, inside, most, three):
    with slots:  # (1)
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        three.wait()  # (2)
        with inside.get_lock():
            inside.value -= 1


if __name__ == "__main__":
    slots = Semaphore(3)  # (3)
    inside, most, three = Value("i", 0), Value("i", 0), Barrier(3)
    children = [
        Process(target=work, args=(slots, inside, most, three))
        for _ in range(9)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("children:", len(children))
    print("most at the same time:", most.value)
