"""What a child needs to know travels as an argument.
子进程需要知道的东西，用参数传给它。"""

from multiprocessing import Process


def report(settings):
    print("the child sees", settings)


if __name__ == "__main__":
    settings = {"language": "English"}
    settings["language"] = "Chinese"
    child = Process(target=report, args=(settings,))
    child.start()
    child.join()
    print("the parent sees", settings)
