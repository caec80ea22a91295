"""Changes an environment variable between two starts of a child.
在两次启动子进程之间改一个环境变量。"""

import os
from multiprocessing import get_context


def report(method):
    print(f"{method}: LEVEL is {os.environ['LEVEL']}")


if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        context = get_context(method)
        for level in ("one", "two"):
            os.environ["LEVEL"] = level
            child = context.Process(target=report, args=(method,))
            child.start()
            child.join()
