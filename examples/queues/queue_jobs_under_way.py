"""Bounds the jobs under way: a job counts until its answer was taken.
限制正在处理的任务数：取到结果才算处理完。"""

from multiprocessing import Process, Queue

UNDER_WAY = 4


def work(jobs, answers):
    while (number := jobs.get()) is not None:
        answers.put(number * number)


if __name__ == "__main__":
    jobs, answers = Queue(), Queue()
    child = Process(target=work, args=(jobs, answers))
    child.start()
    total, most, sent = 0, 0, 0
    for received in range(20):
        while sent < 20 and sent - received < UNDER_WAY:
            jobs.put(sent)
            sent += 1
        most = max(most, sent - received)
        total += answers.get()
    jobs.put(None)
    child.join()
    print("total:", total, "- most under way:", most)
