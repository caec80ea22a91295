"""Three ways to get answers out of a pool's tasks.
把进程池里任务的结果拿出来的三种办法。"""

from multiprocessing import Manager, Pool, Queue


def keep(queue):
    global answers
    answers = queue


def put_into_global(number):
    answers.put(number * number)


def put_into_argument(queue, number):
    queue.put(number * number)


def square(number):
    return number * number


if __name__ == "__main__":
    queue = Queue()
    with Pool(2, initializer=keep, initargs=(queue,)) as pool:  # (1)
        pool.map(put_into_global, range(5))
        print("initializer:", sorted(queue.get() for _ in range(5)))

    with Manager() as manager, Pool(2) as pool:
        queue = manager.Queue()  # (2)
        pool.starmap(put_into_argument, [(queue, n) for n in range(5)])
        print("manager:", sorted(queue.get() for _ in range(5)))

    with Pool(2) as pool:
        print("returned:", pool.map(square, range(5)))  # (3)
