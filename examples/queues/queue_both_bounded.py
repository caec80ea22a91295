"""Jobs and answers both have a limit, and both sides wait for the other.
任务队列和结果队列都有上限，双方互相等。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

from multiprocessing import Process, Queue


def work(jobs, answers):
    while (number := jobs.get()) is not None:
        answers.put(number * number)


if __name__ == "__main__":
    jobs, answers = Queue(maxsize=3), Queue(maxsize=3)
    child = Process(target=work, args=(jobs, answers), daemon=True)
    child.start()
    for number in range(20):
        jobs.put(number, timeout=3)  # (1)
    print([answers.get() for _ in range(20)])  # (2)
