"""Takes the inner list out, changes it, and assigns it again.
取出里面的列表，改好，再赋值回去。"""

from multiprocessing import Lock, Manager, Process

CHILDREN = 4


def add(number, shared, lock):
    with lock:  # (1)
        names = shared["names"]
        names.append(f"child {number}")
        shared["names"] = names  # (2)


if __name__ == "__main__":
    lock = Lock()
    with Manager() as manager:
        shared = manager.dict(names=[])
        children = [
            Process(target=add, args=(number, shared, lock))
            for number in range(CHILDREN)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(sorted(shared["names"]))
