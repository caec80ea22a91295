"""Compares the id() of one global list in three processes.
比较同一个全局列表在三个进程里的 id()。"""

from multiprocessing import Pipe, Process, current_process

names = ["the first"]


def add_own_name(connection):
    names.append(current_process().name)
    connection.send((id(names), names))  # (1)
    connection.recv()  # (2)


if __name__ == "__main__":
    pipes = [Pipe() for _ in range(2)]
    children = [
        Process(target=add_own_name, args=(theirs,)) for _, theirs in pipes
    ]
    for child in children:
        child.start()
    (id_1, names_1), (id_2, names_2) = [ours.recv() for ours, _ in pipes]
    print("the first child and the second: same id?", id_1 == id_2)  # (3)
    print("the parent and the first child: same id?", id(names) == id_1)
    print("the lists:", names, names_1, names_2)  # (4)
    for ours, _ in pipes:
        ours.send("you may end")
    for child in children:
        child.join()
