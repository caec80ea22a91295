"""Lets the error of a worker end the program: its traceback has two parts.
让工作进程的异常结束整个程序：回溯分成两段。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

from multiprocessing import Pool


def share(guests):
    return 12 / guests


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(share, [4, 0, 3])
