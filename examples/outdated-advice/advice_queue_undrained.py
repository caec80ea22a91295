"""Tests whether a child ends before its queue has been emptied.
检验队列里的数据还没有取走时，子进程会不会结束。"""

from multiprocessing import Event, Process, Queue


def work(answers, has_put):
    answers.put(b"x" * 1_000_000)
    has_put.set()


if __name__ == "__main__":
    answers, has_put = Queue(), Event()
    child = Process(target=work, args=(answers, has_put))
    child.start()
    has_put.wait()
    child.join(timeout=2)
    has_ended = child.exitcode is not None
    print("bytes taken from the queue:", len(answers.get()))
    child.join()
    print("exit code after that:", child.exitcode)
    print("holds:", has_ended)
