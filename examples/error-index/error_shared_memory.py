"""What SharedMemory raises: a name in use, a view in use, no such name.
SharedMemory 抛出的错误：名字已占用、视图还在用、没有这个名字。"""

from multiprocessing.shared_memory import SharedMemory


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    block = SharedMemory(create=True, size=16)
    attempt(SharedMemory, name=block.name, create=True, size=16)
    view = block.buf[:8]
    attempt(block.close)
    view.release()
    block.close()
    block.unlink()
    attempt(SharedMemory, name=block.name)
