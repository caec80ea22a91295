"""A Process object starts one process, once. 一个 Process 对象只能启动一次。"""

from multiprocessing import Process


def work():
    print("working")


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    try:
        child.start()
    except AssertionError as error:
        print("AssertionError:", error)
    again = Process(target=work)
    again.start()
    again.join()
