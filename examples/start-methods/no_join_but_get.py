"""No join(), but an answer from each child: all of them are up by then.
没有 join()，但从每个子进程取一个结果：到那时它们都已就绪。"""

from multiprocessing import Process, Queue


def square(number, answers):
    answers.put(number * number)


if __name__ == "__main__":
    answers = Queue()
    for number in range(10):
        Process(target=square, args=(number, answers)).start()
    print(sorted(answers.get() for _ in range(10)))
