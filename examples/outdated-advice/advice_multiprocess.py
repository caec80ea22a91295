"""Tests whether the standard library has a module named multiprocess.
检验标准库里有没有叫 multiprocess 的模块。"""

import sys

if __name__ == "__main__":
    for name in ("multiprocessing", "multiprocess"):
        has_it = name in sys.stdlib_module_names
        print(f"{name} is in the standard library:", has_it)
    print("holds:", has_it)
