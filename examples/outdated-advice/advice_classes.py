"""Tests whether Array, Queue, and Manager are classes.
检验 Array、Queue、Manager 是不是类。"""

import multiprocessing
from inspect import isclass

if __name__ == "__main__":
    answers = []
    for name in ("Array", "Queue", "Manager"):
        found = getattr(multiprocessing, name)
        print(f"{name} is a {type(found).__name__}")
        answers.append(isclass(found))
    print("holds:", all(answers))
