"""Changes a global between two starts of a child.
在两次启动子进程之间改一个全局变量。"""

from multiprocessing import get_context

setting = "as in the file"


def report(method):
    print(f"{method}: the global is {setting}")


if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        context = get_context(method)
        for setting in ("first change", "second change"):
            child = context.Process(target=report, args=(method,))
            child.start()
            child.join()
