"""Shows which lines of the file run again for a child.
文件里哪些行会为子进程再执行一遍。"""

from multiprocessing import Process

print("the file runs as", __name__, flush=True)  # (1)


def greet(number):
    print("child", number, "says hello")


if __name__ == "__main__":  # (2)
    for number in (1, 2, 3):
        child = Process(target=greet, args=(number,))
        child.start()
        child.join()
    print("main: all children have ended")
