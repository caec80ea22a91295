"""What a target returns goes nowhere. 目标函数的返回值无处可去。"""

from multiprocessing import Process


def square(number):
    return number * number


if __name__ == "__main__":
    child = Process(target=square, args=(12,))
    print("start() returned", child.start())
    print("join() returned", child.join())
    print(
        "an attribute with the result:",
        hasattr(child, "result") or hasattr(child, "value"),
    )
