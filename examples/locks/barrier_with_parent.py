"""A barrier for three children and the parent, which waits there as well.
栅栏等三个子进程和父进程，父进程也来等。"""

from multiprocessing import Barrier, Process


def work(barrier):
    barrier.wait(timeout=20)


if __name__ == "__main__":
    barrier = Barrier(4)
    children = [Process(target=work, args=(barrier,)) for _ in range(3)]
    for child in children:
        child.start()
    barrier.wait(timeout=20)
    for child in children:
        child.join()
    print("exit codes:", [child.exitcode for child in children])
    print("broken:", barrier.broken)
