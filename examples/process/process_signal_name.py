"""Turns a negative exit code into the name of a signal.
把负的退出码翻译成信号的名字。"""

import os
import signal
from multiprocessing import Process


def end_by(number):
    os.kill(os.getpid(), number)


def explain(exitcode):
    if exitcode < 0:
        return f"killed by {signal.Signals(-exitcode).name}"
    return "success" if exitcode == 0 else f"failed with {exitcode}"


if __name__ == "__main__":
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGHUP):
        child = Process(target=end_by, args=(number,))
        child.start()
        child.join()
        print(child.exitcode, "means", explain(child.exitcode))
