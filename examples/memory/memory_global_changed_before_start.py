"""The parent changes a setting before start(); the child may not see it.
父进程在 start() 之前改了设置，子进程不一定看得到。"""

from multiprocessing import Process

settings = {"language": "English"}  # (1)


def report():
    print("the child sees", settings)


if __name__ == "__main__":
    settings["language"] = "Chinese"  # (2)
    child = Process(target=report)
    child.start()
    child.join()
    print("the parent sees", settings)
