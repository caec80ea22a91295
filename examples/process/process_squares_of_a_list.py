"""Maps a function over a list on all cores, results in the order of the list.
用上所有核处理一个列表，结果保持原来的顺序。"""

from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(square, range(10))))
