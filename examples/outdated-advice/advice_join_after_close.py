"""Tests whether join() of a pool has to come after close().
检验进程池的 join() 是不是必须在 close() 之后。"""

from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.join()
        except ValueError as error:
            print("ValueError:", error)
            refused = True
        else:
            refused = False
        pool.close()
        pool.join()
    print("holds:", refused)
