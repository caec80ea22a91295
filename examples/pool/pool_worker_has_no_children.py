"""A worker of a pool may start neither a process nor a pool.
进程池的工作进程既不能启动进程，也不能创建进程池。"""

from multiprocessing import Pool, Process


def start_a_process():
    Process(target=print).start()


def start_a_pool():
    with Pool(2) as pool:
        return pool.map(abs, [-1, -2])


if __name__ == "__main__":
    with Pool(1) as pool:
        for task in (start_a_process, start_a_pool):
            try:
                pool.apply(task)
            except AssertionError as error:
                print("AssertionError:", error)
        pool.close()
        pool.join()
