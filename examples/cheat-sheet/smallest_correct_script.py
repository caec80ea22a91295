"""The smallest script that is correct.
能正确运行的最小脚本。"""

from multiprocessing import Process


def work(name):
    print("Hello,", name)


if __name__ == "__main__":
    child = Process(target=work, args=("Ada",))
    child.start()
    child.join()
