"""An RLock taken three times is free after the third release.
获取三次的 RLock，释放三次之后才空出来。"""

from multiprocessing import Process, RLock


def try_it(lock, releases):
    if lock.acquire(block=False):
        print(f"after {releases} releases: free")
        lock.release()
    else:
        print(f"after {releases} releases: taken")


if __name__ == "__main__":
    lock = RLock()
    for _ in range(3):
        lock.acquire()
    for releases in range(4):
        child = Process(target=try_it, args=(lock, releases))
        child.start()
        child.join()
        if releases < 3:
            lock.release()
