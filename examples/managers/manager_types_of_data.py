"""A child changes one object of each data type that a manager offers.
管理器提供的每一种数据类型，子进程各改一个。"""

from multiprocessing import Manager, Process


def change(shared):
    shared["list"].append(3)
    shared["dict"]["b"] = 2
    shared["Namespace"].b = 2
    shared["Value"].value = 2  # (1)
    shared["Array"][0] = 9
    if "set" in shared:
        shared["set"].add(3)


if __name__ == "__main__":
    with Manager() as manager:
        shared = {  # (2)
            "list": manager.list([1, 2]),
            "dict": manager.dict(a=1),
            "Namespace": manager.Namespace(a=1),
            "Value": manager.Value("i", 1),
            "Array": manager.Array("i", [1, 2]),
        }
        if hasattr(manager, "set"):  # (3)
            shared["set"] = manager.set([1, 2])
        child = Process(target=change, args=(shared,))
        child.start()
        child.join()
        for name, proxy in shared.items():
            print(f"{name:10}{type(proxy).__name__:16}{proxy}")
