"""Takes the queue and the process from the same context.
队列和进程都取自同一个上下文。"""

from multiprocessing import get_context


def work(answers):
    answers.put("an answer")


if __name__ == "__main__":
    context = get_context("spawn")
    answers = context.Queue()
    child = context.Process(target=work, args=(answers,))
    child.start()
    print("got", answers.get())
    child.join()
