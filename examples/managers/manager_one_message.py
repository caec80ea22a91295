"""Four children use methods that are one message each: nothing is lost.
四个子进程使用只发一条消息的方法：什么也不会丢。"""

from multiprocessing import Barrier, Manager, Process

CHILDREN = 4


def work(number, shared, together):
    log, jobs, table = shared
    together.wait()
    for step in range(100):
        log.append((number, step))  # (1)
        table.update({(number, step): True})
        table.setdefault(("first", step), number)  # (2)
    while True:
        try:
            log.append(jobs.pop())  # (3)
        except IndexError:
            return


if __name__ == "__main__":
    together = Barrier(CHILDREN)
    with Manager() as manager:
        jobs = manager.list(range(100))
        log, table = manager.list(), manager.dict()
        children = [
            Process(target=work, args=(n, (log, jobs, table), together))
            for n in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("entries of the log:", len(log), len(set(log)))
        print("keys of the table:", len(table))
        print("jobs left:", len(jobs))
