"""One release too many: a Semaphore grows, a BoundedSemaphore refuses.
多释放一次：Semaphore 会变大，BoundedSemaphore 会拒绝。"""

from multiprocessing import BoundedSemaphore, Semaphore


def free(slots):
    taken = 0
    while slots.acquire(block=False):  # (1)
        taken += 1
    return taken


if __name__ == "__main__":
    for make in (Semaphore, BoundedSemaphore):
        slots = make(3)
        with slots:
            pass
        try:
            slots.release()  # (2)
        except ValueError as error:
            print("ValueError:", error)
        print(f"{make.__name__}(3) now lets in {free(slots)}")
