"""Gives five tasks to a pool with one worker, which is busy.
进程池只有一个工作进程，而且正忙，仍然交给它五个任务。"""

from multiprocessing import Event, Pool


def keep(event):
    global may_go_on
    may_go_on = event


def work(number):
    may_go_on.wait()
    return number


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        results = [pool.apply_async(work, (n,)) for n in range(5)]  # (1)
        print("tasks in the pool:", len(results))
        print("done:", sum(result.ready() for result in results))
        event.set()  # (2)
        print("results:", [result.get() for result in results])
