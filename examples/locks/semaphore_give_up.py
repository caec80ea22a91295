"""Who finds no free slot goes home instead of waiting.
没有空位的就回去，不等了。"""

from multiprocessing import Barrier, Process, Semaphore


def visit(seats, everybody):
    everybody.wait()
    seated = seats.acquire(block=False)
    everybody.wait()
    if seated:
        seats.release()
    print("seated" if seated else "went home")


if __name__ == "__main__":
    seats, everybody = Semaphore(2), Barrier(5)
    children = [
        Process(target=visit, args=(seats, everybody)) for _ in range(5)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
