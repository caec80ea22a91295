"""A pool that nobody closes gives a ResourceWarning when it is deleted.
没有人关闭的进程池，在被删除时会给出 ResourceWarning。"""

import warnings
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    warnings.simplefilter("default")  # (1)
    pool = Pool(2)
    print("workers:", len(active_children()))
    del pool  # (2)
    print("workers left:", len(active_children()))
