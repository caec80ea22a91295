"""A function inside the main guard: the child does not find it.
函数写在主模块保护里面：子进程找不到它。"""

from multiprocessing import Process

if __name__ == "__main__":

    def greet():
        print("Hello from the child")

    child = Process(target=greet)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
