"""Lists and objects in a Namespace: a change inside is lost, too.
Namespace 里的列表和对象：改它们内部，同样会丢。"""

from multiprocessing import Manager, Process


class Box:
    def __init__(self, count):
        self.count = count


def change(shared):
    shared.names.append("lost")  # (1)
    shared.box.count += 1
    shared.total = 1  # (2)


def change_and_assign(shared):
    shared.names = [*shared.names, "kept"]  # (3)
    box = shared.box
    box.count += 1
    shared.box = box


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.Namespace(names=[], box=Box(0), total=0)
        for target in (change, change_and_assign):
            child = Process(target=target, args=(shared,))
            child.start()
            child.join()
            print(f"{target.__name__}:")
            print(f"  {shared.names}, {shared.box.count}, {shared.total}")
