"""A function of a library starts its children by spawn, whatever the rest does.
库里的一个函数用 spawn 启动子进程，不管程序的其他部分用什么。"""

from multiprocessing import get_context, get_start_method


def square(number, answers):
    answers.put(number * number)


def squares(numbers):
    context = get_context("spawn")  # (1)
    answers = context.SimpleQueue()  # (2)
    children = [
        context.Process(target=square, args=(number, answers))
        for number in numbers
    ]
    for child in children:
        child.start()
    found = sorted(answers.get() for _ in children)
    for child in children:
        child.join()
    return found


if __name__ == "__main__":
    before = get_start_method()
    print(squares([2, 3, 4]))
    print("default unchanged:", get_start_method() == before)  # (3)
