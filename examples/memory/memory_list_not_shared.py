"""Two children append to the same list, each to its own copy of it.
两个子进程往同一个列表里追加，改的却是各自的那一份。"""

from multiprocessing import Process, current_process

names = ["the first"]  # (1)


def add_own_name():
    names.append(current_process().name)  # (2)
    print(current_process().name, "sees", names)


if __name__ == "__main__":
    children = [Process(target=add_own_name) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(current_process().name, "sees", names)  # (3)
