"""Ten children that run at the same time share a dict and a list.
十个同时运行的子进程共用一个字典和一个列表。"""

from multiprocessing import Barrier, Manager, Process

CHILDREN = 10


def work(number, squares, finished, together):
    together.wait()  # (1)
    together.wait()
    squares[number] = number * number  # (2)
    finished.append(f"child {number}")


if __name__ == "__main__":
    together = Barrier(CHILDREN + 1)
    with Manager() as manager:  # (3)
        squares, finished = manager.dict(), manager.list()
        arguments = (squares, finished, together)
        children = [
            Process(target=work, args=(number, *arguments))
            for number in range(CHILDREN)
        ]
        for child in children:
            child.start()
        together.wait()
        alive = sum(child.is_alive() for child in children)
        print("alive at the same time:", alive)
        together.wait()
        for child in children:
            child.join()  # (4)
        print(sorted(squares.items()))  # (5)
        print("finished first:", finished[0])
        print("finished:", len(finished))
