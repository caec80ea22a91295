"""Nobody reads a neighbor's number before all have written theirs.
所有进程都写完自己的数之后，才有人去读邻居的数。"""

from multiprocessing import Array, Barrier, Process

CHILDREN = 3


def work(number, squares, phase):
    squares[number] = (number + 1) ** 2
    print("wrote", squares[number], flush=True)  # (1)
    place = phase.wait()  # (2)
    if place == 0:  # (3)
        print("all have written", flush=True)
    phase.wait()  # (4)
    neighbor = squares[(number + 1) % CHILDREN]
    print("sum with the neighbor:", squares[number] + neighbor)


if __name__ == "__main__":
    squares, phase = Array("i", CHILDREN), Barrier(CHILDREN)
    children = [
        Process(target=work, args=(number, squares, phase))
        for number in range(CHILDREN)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
