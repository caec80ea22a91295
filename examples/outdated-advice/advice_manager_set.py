"""Tests whether a manager lacks sets.
检验管理器是不是没有集合。"""

from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        try:
            print("manager.set():", sorted(manager.set("aab")))
        except AttributeError as error:
            print("AttributeError:", error)
            lacks_set = True
        else:
            lacks_set = False
    print("holds:", lacks_set)
