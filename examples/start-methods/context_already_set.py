"""A start method that is chosen twice, and one that is chosen too late.
启动方式选了两次，以及选得太晚。"""

from multiprocessing import Lock, set_start_method


def choose(method):
    try:
        set_start_method(method)
    except RuntimeError as error:
        print(f"{method}: RuntimeError: {error}")
    else:
        print(f"{method}: chosen")


if __name__ == "__main__":
    choose("spawn")
    choose("spawn")  # (1)

    set_start_method(None, force=True)  # (2)
    lock = Lock()  # (3)
    choose("spawn")
