"""Value, Namespace, and a list lose updates in the same way.
Value、Namespace 和列表同样会丢失更新。"""

from multiprocessing import Barrier, Manager, Process


def add(shared, together):
    value, space, numbers = shared
    read = value.value, space.n, numbers[0]
    together.wait()  # (1)
    value.value, space.n, numbers[0] = (each + 1 for each in read)
    numbers += [0]  # (2)


if __name__ == "__main__":
    together = Barrier(2)
    with Manager() as manager:
        shared = (
            manager.Value("i", 0),
            manager.Namespace(n=0),
            manager.list([0]),
        )
        children = [
            Process(target=add, args=(shared, together)) for _ in range(2)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(*shared, sep="\n")
