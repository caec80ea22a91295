"""A manager's lock takes the arguments of threading, not of multiprocessing.
管理器的锁用的是 threading 的参数名，不是 multiprocessing 的。"""

import multiprocessing

if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        for where in (multiprocessing, manager):
            lock = where.Lock()
            for name in ("block", "blocking"):
                try:
                    answer = lock.acquire(**{name: False})
                    lock.release()
                except TypeError as error:
                    answer = f"TypeError: {error}"
                print(f"{type(where).__name__}, {name}=False: {answer}")
