"""A child is killed inside: its slot is never given back.
子进程在里面被杀死，它占的名额再也没有还回来。"""

from multiprocessing import Event, Process, Semaphore


def work(slots, inside, forever):
    with slots:
        inside.set()
        forever.wait()


if __name__ == "__main__":
    slots, inside, forever = Semaphore(2), Event(), Event()
    child = Process(target=work, args=(slots, inside, forever))
    child.start()
    inside.wait()
    child.kill()
    child.join()
    print("first: ", slots.acquire(timeout=1))
    print("second:", slots.acquire(timeout=1))
