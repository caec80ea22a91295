"""join() waits for a child whose data nobody has taken from the queue.
子进程放进队列的数据没人取，join() 就一直等。"""

from multiprocessing import Process, Queue


def work(answers):
    answers.put(b"x" * 1_000_000)  # (1)
    print("the function has returned", flush=True)


if __name__ == "__main__":
    answers = Queue()
    child = Process(target=work, args=(answers,))
    child.start()
    child.join(timeout=2)  # (2)
    print("exit code after join(timeout=2):", child.exitcode)
    print("bytes taken from the queue:", len(answers.get()))  # (3)
    child.join()
    print("exit code after join():", child.exitcode)
