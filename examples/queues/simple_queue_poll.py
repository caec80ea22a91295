"""Waits for a pipe with a timeout, which a SimpleQueue does not offer.
带超时地等一个管道：SimpleQueue 没有这个功能。"""

from multiprocessing import Event, Pipe, Process


def work(answers, go):
    go.wait()
    answers.send("the answer")


if __name__ == "__main__":
    ours, theirs = Pipe(duplex=False)
    go = Event()
    child = Process(target=work, args=(theirs, go))
    child.start()
    print("after 0.2 s:", ours.poll(0.2))
    go.set()
    print("then:", ours.recv())
    child.join()
