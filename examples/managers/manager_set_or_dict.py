"""A shared set on every Python: a dict that is used for its keys only.
在每个 Python 上都能用的共享集合：只用键的字典。"""

from multiprocessing import Manager, Process


def visit(pages, seen):
    for page in pages:
        seen[page] = None  # (1)


if __name__ == "__main__":
    with Manager() as manager:
        try:
            print("manager.set():", sorted(manager.set("aab")))
        except AttributeError as error:
            print("AttributeError:", error)
        seen = manager.dict()
        children = [
            Process(target=visit, args=(pages, seen))
            for pages in (["a", "b"], ["b", "c"])
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("dict:", sorted(seen.keys()), "c" in seen)
