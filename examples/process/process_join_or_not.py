"""Looks at a child before and after join().
在 join() 之前和之后各看一眼子进程。"""

from multiprocessing import Event, Process


def work(may_end):
    may_end.wait()
    print("child: my work is done")


if __name__ == "__main__":
    may_end = Event()
    child = Process(target=work, args=(may_end,))
    child.start()  # (1)
    print("main: started, alive:", child.is_alive(), flush=True)
    print("main: started, exit code:", child.exitcode, flush=True)
    may_end.set()
    child.join()  # (2)
    print("main: joined, alive:", child.is_alive())  # (3)
    print("main: joined, exit code:", child.exitcode)
