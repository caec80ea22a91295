"""Without join(), children that share nothing with the parent still finish.
不写 join()：什么都不共享的子进程照样会做完。"""

from multiprocessing import Process


def work(number):
    print("child", number, flush=True)


if __name__ == "__main__":
    for number in range(3):
        Process(target=work, args=(number,)).start()
    print("main: the last line", flush=True)
