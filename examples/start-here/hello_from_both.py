"""Says hello from a child process. 从子进程里打个招呼。"""

from multiprocessing import Process


def hello():
    print("Hello from the child")  # (1)


if __name__ == "__main__":
    child = Process(target=hello)  # (2)
    child.start()
    child.join()
    print("Hello from the parent")  # (3)
