"""Lets the parent print, in the order in which it started the children.
由父进程按启动顺序打印。"""

from multiprocessing import Pipe, Process


def work(name, answer):
    answer.send(f"{name} is done")  # (1)


if __name__ == "__main__":
    answers, children = [], []
    for name in ("red", "green", "blue"):
        ours, theirs = Pipe(duplex=False)
        child = Process(target=work, args=(name, theirs))
        child.start()
        theirs.close()
        answers.append(ours)
        children.append(child)
    for answer in answers:  # (2)
        print(answer.recv())
    for child in children:
        child.join()
