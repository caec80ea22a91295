"""A child waits for its parent at each lock type that a manager offers.
管理器提供的每一种锁，子进程都在上面等过父进程。"""

from multiprocessing import Manager, Process

LOCKS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore")


def work(shared, log):
    shared["Event"].wait()  # (1)
    log.append("Event")
    for name in LOCKS:
        with shared[name]:  # (2)
            log.append(name)
    with shared["Condition"]:
        log.append("Condition")
        shared["Condition"].notify()  # (3)
    shared["Barrier"].wait()  # (4)
    log.append("Barrier")


if __name__ == "__main__":
    with Manager() as manager:
        log = manager.list()
        shared = {name: getattr(manager, name)() for name in LOCKS}
        shared["Event"] = manager.Event()
        shared["Condition"] = manager.Condition()
        shared["Barrier"] = manager.Barrier(2)
        child = Process(target=work, args=(shared, log))
        for name in LOCKS:
            shared[name].acquire()
        child.start()
        shared["Event"].set()
        with shared["Condition"]:
            for name in LOCKS:
                shared[name].release()
            shared["Condition"].wait()
        shared["Barrier"].wait()
        child.join()
        print(*log, sep="\n")
