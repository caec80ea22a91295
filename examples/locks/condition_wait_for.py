"""A child waits until a number is large enough.
子进程一直等到某个数足够大。"""

from multiprocessing import Condition, Process, Value


def wait_for_three(changed, number):
    with changed:  # (1)
        changed.wait_for(lambda: number.value >= 3)  # (2)
        print("child: it is", number.value)


if __name__ == "__main__":
    changed, number = Condition(), Value("i", 0, lock=False)
    child = Process(target=wait_for_three, args=(changed, number))
    child.start()
    while number.value < 3:
        with changed:
            number.value += 1
            print("main:", number.value, flush=True)
            changed.notify_all()  # (3)
    child.join()
