"""notify() wakes one of three, notify_all() the rest.
notify() 叫醒三个里的一个，notify_all() 叫醒其余的。"""

from multiprocessing import Condition, Process, Semaphore


def work(changed, waiting, awake):
    with changed:
        waiting.release()
        changed.wait()
    awake.release()


if __name__ == "__main__":
    changed, waiting, awake = Condition(), Semaphore(0), Semaphore(0)
    children = [
        Process(target=work, args=(changed, waiting, awake)) for _ in range(3)
    ]
    for child in children:
        child.start()
    for _ in children:
        waiting.acquire()
    with changed:
        changed.notify()
    awake.acquire()
    print("notify(): one is awake, another:", awake.acquire(timeout=0.5))
    with changed:
        changed.notify_all()
    awake.acquire()
    awake.acquire()
    print("notify_all(): the other two are awake")
    for child in children:
        child.join()
