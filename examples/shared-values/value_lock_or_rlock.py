"""The holder of an RLock may take it again; that of a Lock waits for itself.
拿着 RLock 可以再拿一次；换成 Lock 就是等自己。"""

from multiprocessing import Lock, RLock, Value

if __name__ == "__main__":
    for kind in (RLock, Lock):
        counter = Value("i", 0, lock=kind())
        lock = counter.get_lock()
        with lock:  # (1)
            again = lock.acquire(block=False)  # (2)
            if again:
                lock.release()
        print(f"{type(lock).__name__}: taken once more: {again}")
