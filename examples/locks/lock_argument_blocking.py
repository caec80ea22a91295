"""The argument is named block here, and blocking in threading.
这里的参数叫 block，threading 里叫 blocking。"""

import multiprocessing
import threading

if __name__ == "__main__":
    for module in (threading, multiprocessing):
        lock = module.Lock()
        for name in ("blocking", "block"):
            try:
                answer = lock.acquire(**{name: False})
            except TypeError as error:
                answer = f"TypeError: {error}"
            else:
                lock.release()
            print(f"{module.__name__}, {name}=False: {answer}")
        print(f"{module.__name__} has locked():", hasattr(lock, "locked"))
