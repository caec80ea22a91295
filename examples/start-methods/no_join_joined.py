"""Ten children share a lock, and the parent joins them all.
十个子进程共用一把锁，父进程逐个 join。"""

from multiprocessing import Lock, Process


def work(number, lock):
    with lock:
        print("child", number, flush=True)


if __name__ == "__main__":
    lock = Lock()  # (1)
    children = [Process(target=work, args=(n, lock)) for n in range(10)]
    for child in children:
        child.start()
    for child in children:  # (2)
        child.join()
    print("main: the last line")
