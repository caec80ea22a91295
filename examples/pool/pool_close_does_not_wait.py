"""close() returns while a task is running; it only refuses new ones.
任务还在执行，close() 就返回了；它只是不再接受新任务。"""

from multiprocessing import Event, Pool


def use(event):
    global go_on
    go_on = event


def work():
    go_on.wait()  # (1)
    return "the result"


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=use, initargs=(event,)) as pool:
        result = pool.apply_async(work)
        try:
            pool.join()  # (2)
        except ValueError as error:
            print("join():", error)
        pool.close()
        print("close() has returned; ready:", result.ready())  # (3)
        try:
            pool.apply_async(work)  # (4)
        except ValueError as error:
            print("apply_async():", error)
        event.set()  # (5)
        pool.join()
        print("join() has returned; ready:", result.ready())
