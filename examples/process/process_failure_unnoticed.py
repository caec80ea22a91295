"""A child fails, and the program goes on and reports success.
子进程失败了，程序照样继续，还报告成功。"""

from multiprocessing import Process


def save(row):
    if row == 2:
        raise ValueError(f"row {row} is broken")


if __name__ == "__main__":
    children = [Process(target=save, args=(row,)) for row in range(4)]
    for child in children:
        child.start()
    for child in children:
        child.join()  # (1)
    print("all rows saved")
