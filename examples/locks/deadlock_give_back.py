"""Who does not get the second lock gives the first one back, and tries again.
拿不到第二把锁，就放开第一把，再试一次。"""

import random
import time
from multiprocessing import Barrier, Lock, Process


def take_both(first, second, both_have_one):
    first.acquire()
    both_have_one.wait()
    attempts = 1
    while not second.acquire(timeout=0.1):
        first.release()
        time.sleep(random.uniform(0, 0.1))
        first.acquire()
        attempts += 1
    second.release()
    first.release()
    print(f"both locks at attempt {attempts}")


if __name__ == "__main__":
    left, right, both_have_one = Lock(), Lock(), Barrier(2)
    children = [
        Process(target=take_both, args=(left, right, both_have_one)),
        Process(target=take_both, args=(right, left, both_have_one)),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("exit codes:", [child.exitcode for child in children])
