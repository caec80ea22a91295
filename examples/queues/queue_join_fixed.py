"""Three ways to take everything from a queue so that join() returns.
取完队列里的数据、让 join() 能返回的三种办法。"""

from multiprocessing import Manager, Process, Queue

BIG = 100_000


def work(answers, how_many):
    for _ in range(how_many):
        answers.put(b"x" * BIG)


def work_then_say_so(answers, how_many):
    work(answers, how_many)
    answers.put(None)


def start(target, *arguments):
    children = [Process(target=target, args=a) for a in arguments]
    for child in children:
        child.start()
    return children


if __name__ == "__main__":
    answers = Queue()
    children = start(work, (answers, 1), (answers, 1))
    got = [answers.get() for _ in children]  # (1)
    for child in children:
        child.join()
    print("counted:", len(got))

    children = start(work_then_say_so, (answers, 1), (answers, 4))
    got, running = [], len(children)
    while running:  # (2)
        if (item := answers.get()) is None:
            running -= 1
        else:
            got.append(item)
    for child in children:
        child.join()
    print("until the last sentinel:", len(got))

    with Manager() as manager:
        answers = manager.Queue()  # (3)
        children = start(work, (answers, 1), (answers, 4))
        for child in children:
            child.join()
        print("manager, after join():", answers.qsize())
