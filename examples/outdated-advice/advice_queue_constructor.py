"""Tests whether queues.Queue() takes the module as its context.
检验 queues.Queue() 能不能把模块当作上下文。"""

import multiprocessing
from multiprocessing import queues


def work(answers):
    answers.put("from the child")


if __name__ == "__main__":
    answers = queues.Queue(20, ctx=multiprocessing)
    child = multiprocessing.Process(target=work, args=(answers,))
    child.start()
    answer = answers.get()
    child.join()
    print("answer:", answer)
    print("holds:", answer == "from the child")
