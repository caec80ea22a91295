"""The first put() starts a thread, and the process ends only after it.
第一次 put() 会启动一个线程，进程要等它结束才能结束。"""

import threading
from multiprocessing import Queue


def threads():
    return [thread.name for thread in threading.enumerate()]


if __name__ == "__main__":
    answers = Queue()
    print("before put():", threads())
    answers.put("an answer")
    print("after put():", threads())
    print("got", answers.get())
