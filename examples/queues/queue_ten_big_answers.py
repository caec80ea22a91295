"""Ten children answer with a long list each, and all of them end.
十个子进程各返回一个长列表，全都能正常结束。"""

from multiprocessing import Process, Queue


def work(answers, number):
    answers.put((number, [number] * 100_000))


if __name__ == "__main__":
    answers = Queue()
    children = [Process(target=work, args=(answers, n)) for n in range(10)]
    for child in children:
        child.start()
    lists = dict(answers.get() for _ in children)
    for child in children:
        child.join()
    print(
        "answers:", len(lists), "- of length", {len(a) for a in lists.values()}
    )
    print("exit codes:", {child.exitcode for child in children})
