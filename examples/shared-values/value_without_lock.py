"""A Value made with lock=False has no get_lock().
用 lock=False 建的 Value 没有 get_lock()。"""

from multiprocessing import Process, Value


def count(counter):
    with counter.get_lock():
        counter.value += 1


if __name__ == "__main__":
    print("with lock:   ", type(Value("i", 0)).__name__)
    counter = Value("i", 0, lock=False)
    print("without lock:", type(counter).__name__)
    child = Process(target=count, args=(counter,))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
