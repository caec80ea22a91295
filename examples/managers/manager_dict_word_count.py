"""Three children count the words of one line each, the parent adds up.
三个子进程各数一行的词，由父进程相加。"""

from collections import Counter
from multiprocessing import Manager, Process

LINES = ["red green red", "green blue", "red blue blue"]


def count(number, counts):
    counts[number] = Counter(LINES[number].split())


if __name__ == "__main__":
    with Manager() as manager:
        counts = manager.dict()
        children = [
            Process(target=count, args=(number, counts))
            for number in range(len(LINES))
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        total = sum(counts.values(), Counter())
    print(sorted(total.items()))
