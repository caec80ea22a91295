"""Looks at what the names Array, Manager, and Queue stand for.
看看 Array、Manager、Queue 这几个名字代表什么。"""

import multiprocessing
from inspect import isclass, ismethod

if __name__ == "__main__":
    for name in ("Array", "Manager", "Queue"):
        thing = getattr(multiprocessing, name)
        print(f"{name}: class {isclass(thing)}, method {ismethod(thing)}")
    print("Queues exists:", hasattr(multiprocessing, "Queues"))
    print(type(multiprocessing.Array("i", 1)))
    print(type(multiprocessing.Queue()))
    with multiprocessing.Manager() as manager:
        print(type(manager))
