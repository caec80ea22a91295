"""Three children need a lock, and the parent ends without join().
三个子进程要用一把锁，父进程不 join 就结束。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("child: done", flush=True)


if __name__ == "__main__":
    lock = Lock()
    print("main: the lock is made", flush=True)
    for _ in range(3):
        Process(target=work, args=(lock,)).start()  # (1)
