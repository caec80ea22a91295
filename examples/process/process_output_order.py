"""Three children print at the same moment. 三个子进程同时打印。"""

# /// script
# [tool.run]
# repeat = 20
# ///

from multiprocessing import Barrier, Process


def work(name, together):
    together.wait()  # (1)
    print(name)


if __name__ == "__main__":
    together = Barrier(3)
    children = [
        Process(target=work, args=(name, together))
        for name in ("red", "green", "blue")
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("done")  # (2)
