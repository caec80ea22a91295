"""The same program with a main guard.
同一个程序，加上了主模块保护。"""

from multiprocessing import Process


def greet():
    print("Hello from the child")


def main():
    child = Process(target=greet)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)


if __name__ == "__main__":
    main()
