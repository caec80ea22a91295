"""Ten children count down one number, each in its turn, under one lock.
十个子进程在同一把锁下轮流倒数。"""

from multiprocessing import Lock, Process, Value


def count_down(lock, left):
    with lock:  # (1)
        left.value -= 1
        print(left.value, "left", flush=True)  # (2)


if __name__ == "__main__":
    lock = Lock()
    left = Value("i", 10, lock=False)
    children = [
        Process(target=count_down, args=(lock, left)) for _ in range(10)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("Go!")
