"""The manager itself cannot go to a child, but its proxies can.
管理器本身不能交给子进程，它的代理可以。"""

from multiprocessing import Manager, Process


def add_name(names):
    names.append("child")


def make_list_and_add(manager):
    manager.list().append("child")


if __name__ == "__main__":
    with Manager() as manager:
        names = manager.list()
        for target, argument in (
            (make_list_and_add, manager),  # (1)
            (add_name, names),  # (2)
        ):
            child = Process(target=target, args=(argument,))
            try:
                child.start()
                child.join()
            except TypeError as error:
                print(f"{target.__name__}: TypeError: {error}")
        print("names:", names)
