"""Ten children write their results into a table, each at its own index.
十个子进程把结果写进一张表，各写各的下标。"""

from math import sqrt
from multiprocessing import Array, Process


def work(roots, index):
    roots[index] = sqrt(index)


if __name__ == "__main__":
    roots = Array("d", [-1.0] * 10, lock=False)
    children = [
        Process(target=work, args=(roots, index)) for index in range(10)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("exit codes:", *(child.exitcode for child in children))
    for index, root in enumerate(roots):
        print(index, f"{root:.3f}")
