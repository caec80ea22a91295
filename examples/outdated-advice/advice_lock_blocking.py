"""Tests whether acquire() takes blocking=, as in threading.
检验 acquire() 是不是和 threading 里一样接受 blocking=。"""

from multiprocessing import Lock, RLock


def takes(lock, name):
    try:
        return lock.acquire(**{name: False})
    except TypeError:
        return False


if __name__ == "__main__":
    for name in ("block", "blocking"):
        taken = [takes(Lock(), name), takes(RLock(), name)]
        print(f"Lock and RLock take {name}=:", taken)
    print("holds:", all(taken))
