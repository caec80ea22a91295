"""An open file does not travel to a child; its path does.
打开的文件传不到子进程，路径可以。"""

from multiprocessing import get_context
from pathlib import Path


def read_from_file(file):
    print("from the open file:", file.readline().strip())


def read_from_path(path):
    with path.open() as file:
        print("from the path:", file.readline().strip())


def run(context, target, argument):
    child = context.Process(target=target, args=(argument,))
    try:
        child.start()
    except TypeError as error:
        print("TypeError:", error)
    else:
        child.join()


if __name__ == "__main__":
    path = Path("list.txt")
    path.write_text("milk\neggs\n")
    for method in ("fork", "spawn"):
        print(method, flush=True)
        with path.open() as file:
            run(get_context(method), read_from_file, file)
        run(get_context(method), read_from_path, path)
