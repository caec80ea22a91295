"""Chooses the start method of one program, whatever the default is.
为一个程序选定启动方式，不管默认的是哪一种。"""

from multiprocessing import Process, get_start_method, set_start_method


def work():
    print("child: my module is", __name__)


if __name__ == "__main__":
    set_start_method("spawn")
    print("main: children are started by", get_start_method(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
