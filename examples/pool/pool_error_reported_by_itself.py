"""A pool of your own that reports every error, asked for or not.
自己写一个进程池：每个异常都会报告，不管有没有人去取结果。"""

import traceback
from multiprocessing import pool


def report(error):
    print("".join(traceback.format_exception_only(error)), end="")


class ReportingPool(pool.Pool):
    def apply_async(
        self, func, args=(), kwds={}, callback=None, error_callback=report
    ):
        return super().apply_async(func, args, kwds, callback, error_callback)


def share(cake, guests):
    return cake / guests


if __name__ == "__main__":
    with ReportingPool(2) as workers:
        workers.apply_async(share, (12, 0))
        workers.apply_async(share, (12,))
        workers.apply_async(share, (12, 4))
        workers.close()
        workers.join()
