"""Without join() the last line of the program is not the last that prints.
不写 join()，最后一行代码的输出并不在最后。"""

from multiprocessing import Pipe, Process


def work(go):
    go.recv()
    print("child: my work is done")


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=work, args=(theirs,))
    child.start()
    print("main: all done", flush=True)  # (1)
    ours.send("go")  # (2)
