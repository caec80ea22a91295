"""Gives a lock of one context to a child of another.
把一个上下文的锁交给另一个上下文的子进程。"""

from multiprocessing import get_context


def work(lock):
    with lock:
        print("child: I have the lock", flush=True)


def start(lock, context):
    child = context.Process(target=work, args=(lock,))
    try:
        child.start()
    except RuntimeError as error:
        print(str(error).partition(". ")[0])  # (1)
    else:
        child.join()


if __name__ == "__main__":
    spawn = get_context("spawn")
    start(get_context("fork").Lock(), spawn)  # (2)
    start(spawn.Lock(), spawn)  # (3)
    start(spawn.Lock(), get_context("fork"))  # (4)
