"""Four tasks fail, and the program ends as if all were well.
四个任务都失败了，程序却像什么都没发生一样结束。"""

from multiprocessing import Pool


def share(cake, guests):
    return cake / guests


if __name__ == "__main__":
    pool = Pool(2)
    pool.apply_async(share, (12, 0))  # (1)
    pool.apply_async(share, (12,))  # (2)
    pool.apply_async(share(12, 4))  # (3)
    pool.apply_async(lambda: share(12, 4))  # (4)
    pool.close()
    pool.join()
    print("the program is at its end")
